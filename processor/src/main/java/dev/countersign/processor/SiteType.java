package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a site takes.
 *
 * @param value the type of the value
 * @param optional whether it is wrapped in an {@code Optional}
 */
record SiteType(ValueType value, boolean optional) {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  /** Returns what a type asks for, or empty if it is not supported. */
  static Optional<SiteType> of(TypeMirror type) {
    return isOptional(type)
        ? argument(type).flatMap(ValueType::of).map(value -> new SiteType(value, true))
        : ValueType.of(type).map(value -> new SiteType(value, false));
  }

  TypeName typeName() {
    return optional ? ParameterizedTypeName.get(OPTIONAL, value.typeName()) : value.typeName();
  }

  /** Returns the type as a class literal can name it. */
  TypeName erasure() {
    return optional ? OPTIONAL : value.typeName();
  }

  /** Returns the method of {@code Sites} that makes it. */
  String conversion() {
    return value.conversion(optional);
  }

  /** Returns the type as sources write it. */
  @Override
  public String toString() {
    return optional ? "Optional<" + value + ">" : value.toString();
  }

  private static boolean isOptional(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(OPTIONAL.canonicalName());
  }

  /** Returns what is in the angle brackets; a wildcard is nothing that can be made. */
  private static Optional<TypeMirror> argument(TypeMirror optional) {
    List<? extends TypeMirror> arguments = ((DeclaredType) optional).getTypeArguments();
    return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
  }
}
