package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Writes what fills the classes of a package: assignments, and handles where it cannot assign. */
final class InjectorsWriter {
  static final String INJECT = "inject";
  static final String INJECT_STATIC = "injectStatic";

  private final WildcardTypes types;

  InjectorsWriter(WildcardTypes types) {
    this.types = types;
  }

  TypeSpec write(ClassName name, List<UseClass> classes) {
    TypeSpec.Builder injectors = GeneratedFiles.utilityOf(name);
    SortedMap<String, CodeBlock> cases = new TreeMap<>();
    SortedMap<String, CodeBlock> staticCases = new TreeMap<>();
    for (UseClass each : classes) {
      cases.put(
          each.binaryName(), hasAny(each, false) ? call(each) : CodeBlock.of("return true;\n"));
      if (hasAny(each, true)) {
        staticCases.put(each.binaryName(), callStatic(each));
      }
    }
    new Lookup(inject(INJECT), "binaryName", "false").addTo(injectors, cases);
    if (!staticCases.isEmpty()) {
      new Lookup(inject(INJECT_STATIC), "binaryName", "false").addTo(injectors, staticCases);
    }
    Handles handles = new Handles();
    classes.forEach(each -> addInjectors(injectors, each, handles));
    return handles.addTo(injectors).build();
  }

  private static boolean hasAny(UseClass type, boolean statics) {
    return type.uses().stream().anyMatch(use -> use.access().isStatic() == statics);
  }

  private static MethodSpec inject(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(TypeName.BOOLEAN)
            .addParameter(String.class, "binaryName");
    if (name.equals(INJECT)) {
      method.addParameter(ClassName.OBJECT, "target");
    }
    return method.addParameter(RuntimeTypes.SECRETS, "secrets").build();
  }

  private CodeBlock call(UseClass type) {
    CodeBlock target =
        type.isAccessible()
            ? CodeBlock.of("($T) target", types.anyOf(type.element()))
            : CodeBlock.of("target");
    return CodeBlock.of("$N($L, secrets);\nreturn true;\n", name(INJECT, type), target);
  }

  private static CodeBlock callStatic(UseClass type) {
    return CodeBlock.of("$N(secrets);\nreturn true;\n", name(INJECT_STATIC, type));
  }

  private void addInjectors(TypeSpec.Builder injectors, UseClass type, Handles handles) {
    TypeName target = type.isAccessible() ? types.anyOf(type.element()) : ClassName.OBJECT;
    if (hasAny(type, false)) {
      MethodSpec.Builder method = injector(name(INJECT, type)).addParameter(target, "target");
      injectors.addMethod(fill(method, type, false, handles));
    }
    if (hasAny(type, true)) {
      injectors.addMethod(fill(injector(name(INJECT_STATIC, type)), type, true, handles));
    }
  }

  /** Returns a name that no other class of the package has. */
  private static String name(String prefix, UseClass type) {
    return prefix + Modules.simpleName(type.binaryName());
  }

  private static MethodSpec.Builder injector(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private static MethodSpec fill(
      MethodSpec.Builder method, UseClass type, boolean statics, Handles handles) {
    method.addParameter(RuntimeTypes.SECRETS, "secrets");
    for (Use use : type.uses()) {
      if (use.access().isStatic() == statics) {
        method.addStatement(assignment(type, use, handles));
      }
    }
    return method.build();
  }

  private static CodeBlock assignment(UseClass type, Use use, Handles handles) {
    CodeBlock value = Conversions.of(use);
    return switch (use.access()) {
      case PRIVATE_FIELD ->
          CodeBlock.of("$L.set(target, $L)", handles.of(type, use), Conversions.exactly(use));
      case PRIVATE_STATIC_FIELD ->
          CodeBlock.of("$L.set($L)", handles.of(type, use), Conversions.exactly(use));
      case STATIC_FIELD ->
          CodeBlock.of("$T.$N = $L", ClassName.get(type.element()), use.memberName(), value);
      default -> CodeBlock.of("target.$N = $L", use.memberName(), value);
    };
  }
}
