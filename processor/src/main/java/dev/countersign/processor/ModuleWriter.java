package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the module that hands out injectors and creators by a switch on the binary name. */
final class ModuleWriter {
  /** A method of Java holds 64 KiB; a case takes some fifty bytes. */
  private static final int CASES_PER_METHOD = 500;

  private ModuleWriter() {}

  /**
   * Returns the module.
   *
   * @param classes the classes it serves, in order of name
   */
  static TypeSpec write(ClassName name, String id, List<SecretClass> classes) {
    TypeSpec.Builder module =
        GeneratedFiles.classOf(name)
            .addSuperinterface(RuntimeTypes.SECRET_MODULE)
            .addMethod(id(id));
    addLookup(module, "injector", RuntimeTypes.INJECTOR, only(classes, Kind.INJECTED));
    addLookup(module, "creator", RuntimeTypes.CREATOR, only(classes, Kind.SET, Kind.CONSTRUCTED));
    return module.build();
  }

  private static List<SecretClass> only(List<SecretClass> classes, Kind... kinds) {
    return classes.stream().filter(each -> Set.of(kinds).contains(each.kind())).toList();
  }

  private static MethodSpec id(String id) {
    return MethodSpec.methodBuilder("id")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return $S", id)
        .build();
  }

  /** Adds the method of the interface, and one more for each further part of a long list. */
  private static void addLookup(
      TypeSpec.Builder module, String method, ClassName type, List<SecretClass> classes) {
    int parts = Math.max(1, (classes.size() + CASES_PER_METHOD - 1) / CASES_PER_METHOD);
    for (int part = 1; part <= parts; part++) {
      int start = (part - 1) * CASES_PER_METHOD;
      int end = Math.min(classes.size(), start + CASES_PER_METHOD);
      String next = part < parts ? method + (part + 1) + "(binaryName)" : "null";
      module.addMethod(
          lookup(method, part, type).addCode(cases(classes.subList(start, end), next)).build());
    }
  }

  private static MethodSpec.Builder lookup(String method, int part, ClassName type) {
    MethodSpec.Builder lookup =
        part == 1
            ? MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
            : MethodSpec.methodBuilder(method + part).addModifiers(Modifier.PRIVATE);
    return lookup
        .returns(ParameterizedTypeName.get(type, WildcardTypeName.subtypeOf(Object.class)))
        .addParameter(String.class, "binaryName");
  }

  private static CodeBlock cases(List<SecretClass> classes, String otherwise) {
    if (classes.isEmpty()) {
      return CodeBlock.of("return null;\n");
    }
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (binaryName)");
    for (SecretClass each : classes) {
      ClassName generated = UseClass.generatedName(each.name(), each.kind());
      code.add("case $S:\n$>return new $T();\n$<", each.name(), generated);
    }
    return code.add("default:\n$>return $L;\n$<", otherwise).endControlFlow().build();
  }
}
