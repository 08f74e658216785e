package dev.countersign.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Writes the factory of a class whose constructor takes secrets: a creator, or where the
 * constructor takes more, is generic or throws, a static {@code create} for the user to call.
 */
final class FactoryWriter {
  private final UseClass type;
  private final ExecutableElement constructor;
  private final NameAllocator names = new NameAllocator();
  private final String secrets;

  private FactoryWriter(UseClass type, ExecutableElement constructor) {
    this.type = type;
    this.constructor = constructor;
    for (VariableElement parameter : constructor.getParameters()) {
      names.newName(parameter.getSimpleName().toString(), parameter);
    }
    this.secrets = names.newName("secrets");
  }

  static TypeSpec write(UseClass type) {
    Element parameter = type.uses().get(0).element();
    if (!(parameter.getEnclosingElement() instanceof ExecutableElement constructor)) {
      throw new IllegalArgumentException(parameter + " is no parameter");
    }
    FactoryWriter writer = new FactoryWriter(type, constructor);
    return type.kind() == Kind.CONSTRUCTED ? writer.creator() : writer.factory();
  }

  private TypeSpec creator() {
    MethodSpec.Builder create =
        MethodSpec.methodBuilder("create")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC);
    return GeneratedFiles.classOf(type.generatedName())
        .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.CREATOR, owner()))
        .addMethod(body(create))
        .addOriginatingElement(type.element())
        .build();
  }

  private TypeSpec factory() {
    MethodSpec.Builder create =
        MethodSpec.methodBuilder("create").addModifiers(Modifier.PUBLIC, Modifier.STATIC);
    Stream.of(type.element().getTypeParameters(), constructor.getTypeParameters())
        .flatMap(List::stream)
        .map(TypeVariableName::get)
        .forEach(create::addTypeVariable);
    constructor.getThrownTypes().forEach(thrown -> create.addException(TypeName.get(thrown)));
    return GeneratedFiles.utilityOf(type.generatedName())
        .addMethod(body(create))
        .addOriginatingElement(type.element())
        .build();
  }

  private MethodSpec body(MethodSpec.Builder create) {
    create.returns(owner()).addParameter(RuntimeTypes.SECRETS, secrets);
    List<CodeBlock> arguments = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      Optional<Use> use = use(parameter);
      if (use.isEmpty()) {
        addParameter(create, parameter);
      }
      arguments.add(
          use.map(each -> Conversions.of(each, secrets))
              .orElseGet(() -> CodeBlock.of("$N", names.get(parameter))));
    }
    CodeBlock values = CodeBlock.join(arguments, ",\n");
    return create.addStatement("return new $T(\n$>$>$L$<$<)", owner(), values).build();
  }

  private void addParameter(MethodSpec.Builder create, VariableElement parameter) {
    TypeName parameterType = TypeName.get(parameter.asType());
    boolean isLast = parameter.equals(last());
    if (isLast && constructor.isVarArgs() && canBeVariable(parameterType)) {
      create.varargs();
    }
    List<AnnotationSpec> ofType = nullness(parameter.asType());
    ParameterSpec.Builder added =
        ParameterSpec.builder(parameterType.annotated(ofType), names.get(parameter));
    create.addParameter(
        ofType.isEmpty() ? added.addAnnotations(nullness(parameter)).build() : added.build());
  }

  private VariableElement last() {
    return constructor.getParameters().get(constructor.getParameters().size() - 1);
  }

  /** Variable arguments of a generic type would be a warning: the factory takes an array. */
  private static boolean canBeVariable(TypeName array) {
    TypeName component = ((ArrayTypeName) array).componentType();
    return !(component instanceof TypeVariableName)
        && !(component instanceof ParameterizedTypeName);
  }

  /**
   * Returns the {@code @Nullable} of a parameter or its type, whoever's it is: callers are told the
   * same.
   */
  private static List<AnnotationSpec> nullness(AnnotatedConstruct parameter) {
    return parameter.getAnnotationMirrors().stream()
        .filter(FactoryWriter::isNullable)
        .map(AnnotationSpec::get)
        .toList();
  }

  private static boolean isNullable(AnnotationMirror mirror) {
    Element annotation = mirror.getAnnotationType().asElement();
    return annotation.getSimpleName().contentEquals("Nullable");
  }

  private Optional<Use> use(VariableElement parameter) {
    return type.uses().stream().filter(use -> use.element().equals(parameter)).findFirst();
  }

  private TypeName owner() {
    return TypeName.get(type.element().asType());
  }
}
