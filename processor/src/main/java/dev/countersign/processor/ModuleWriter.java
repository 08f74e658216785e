package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * Writes the module, which finds injectors by a switch on the package, and creators by the name.
 */
final class ModuleWriter {
  private static final TypeName CLASS_OF_ANY =
      ParameterizedTypeName.get(
          ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

  private ModuleWriter() {}

  /**
   * Returns the module.
   *
   * @param classes the classes it serves, in order of name
   */
  static TypeSpec write(ClassName name, String id, List<SecretClass> classes) {
    List<Injectors> injectors = Injectors.of(classes);
    TypeSpec.Builder module =
        GeneratedFiles.classOf(name)
            .addSuperinterface(RuntimeTypes.SECRET_MODULE)
            .addMethod(id(id));
    addInject(module, injectors);
    addInjectStatic(module, injectors.stream().filter(Injectors::hasStatics).toList());
    addCreator(module, classes);
    return module.build();
  }

  private static MethodSpec id(String id) {
    return overriding("id").returns(String.class).addStatement("return $S", id).build();
  }

  private static void addInject(TypeSpec.Builder module, List<Injectors> injectors) {
    MethodSpec method =
        overriding(InjectorsWriter.INJECT)
            .returns(TypeName.BOOLEAN)
            .addParameter(CLASS_OF_ANY, "type")
            .addParameter(Object.class, "target")
            .addParameter(RuntimeTypes.SECRETS, "secrets")
            .build();
    byPackage(method).addTo(module, calls(injectors, "inject(type.getName(), target, secrets)"));
  }

  private static void addInjectStatic(TypeSpec.Builder module, List<Injectors> injectors) {
    MethodSpec method =
        overriding(InjectorsWriter.INJECT_STATIC)
            .returns(TypeName.BOOLEAN)
            .addParameter(CLASS_OF_ANY, "type")
            .addParameter(RuntimeTypes.SECRETS, "secrets")
            .build();
    byPackage(method).addTo(module, calls(injectors, "injectStatic(type.getName(), secrets)"));
  }

  private static Lookup byPackage(MethodSpec method) {
    return new Lookup(method, "type.getPackageName()", "false");
  }

  /** Returns by its package what asks each of its injectors in turn. */
  private static SortedMap<String, CodeBlock> calls(List<Injectors> injectors, String call) {
    SortedMap<String, List<CodeBlock>> calls = new TreeMap<>();
    for (Injectors each : injectors) {
      calls
          .computeIfAbsent(each.packageName(), name -> new ArrayList<>())
          .add(CodeBlock.of("$T.$L", each.name(), call));
    }
    SortedMap<String, CodeBlock> cases = new TreeMap<>();
    calls.forEach(
        (name, of) -> cases.put(name, CodeBlock.of("return $L;\n", CodeBlock.join(of, "\n|| "))));
    return cases;
  }

  private static void addCreator(TypeSpec.Builder module, List<SecretClass> classes) {
    MethodSpec method =
        overriding("creator")
            .returns(
                ParameterizedTypeName.get(
                    RuntimeTypes.CREATOR, WildcardTypeName.subtypeOf(Object.class)))
            .addParameter(String.class, "binaryName")
            .build();
    SortedMap<String, CodeBlock> cases = new TreeMap<>();
    for (SecretClass each : classes) {
      if (each.kind() == Kind.SET || each.kind() == Kind.CONSTRUCTED) {
        ClassName generated = UseClass.generatedName(each.name(), each.kind());
        cases.put(each.name(), CodeBlock.of("return new $T();\n", generated));
      }
    }
    new Lookup(method, "binaryName", "null").addTo(module, cases);
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
