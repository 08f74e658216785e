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
    addLookup(module, "injector", RuntimeTypes.INJECTOR, names(classes, Kind.INJECTED));
    addLookup(module, "creator", RuntimeTypes.CREATOR, names(classes, Kind.SET));
    return module.build();
  }

  private static List<String> names(List<SecretClass> classes, Kind kind) {
    return classes.stream().filter(each -> each.kind() == kind).map(SecretClass::name).toList();
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
      TypeSpec.Builder module, String method, ClassName type, List<String> names) {
    int parts = Math.max(1, (names.size() + CASES_PER_METHOD - 1) / CASES_PER_METHOD);
    for (int part = 1; part <= parts; part++) {
      int start = (part - 1) * CASES_PER_METHOD;
      int end = Math.min(names.size(), start + CASES_PER_METHOD);
      String next = part < parts ? method + (part + 1) + "(binaryName)" : "null";
      module.addMethod(
          lookup(method, part, type).addCode(cases(names.subList(start, end), next)).build());
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

  private static CodeBlock cases(List<String> names, String otherwise) {
    if (names.isEmpty()) {
      return CodeBlock.of("return null;\n");
    }
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (binaryName)");
    for (String name : names) {
      code.add("case $S:\n$>return new $T();\n$<", name, UseClass.generatedName(name));
    }
    return code.add("default:\n$>return $L;\n$<", otherwise).endControlFlow().build();
  }
}
