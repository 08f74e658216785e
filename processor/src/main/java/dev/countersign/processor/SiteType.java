package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.countersign.runtime.declaration.Format;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a site takes.
 *
 * @param value the kind of the value
 * @param constants the enum, or null if it is none
 * @param wrappers what is around the value, the outermost first
 */
record SiteType(ValueType value, @Nullable TypeElement constants, List<ClassName> wrappers) {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);
  private static final ClassName SUPPLIER = ClassName.get(Supplier.class);

  SiteType {
    wrappers = List.copyOf(wrappers);
  }

  /** Returns what a type asks for, or empty if it is not supported. */
  static Optional<SiteType> of(TypeMirror type) {
    if (is(SUPPLIER, type)) {
      return argument(type).flatMap(SiteType::ofSupplied);
    }
    return is(OPTIONAL, type)
        ? argument(type).flatMap(value -> ofValue(value, OPTIONAL))
        : ofValue(type);
  }

  /** Returns the type that takes any value as it is. */
  static SiteType ofSecretValue(boolean optional) {
    return new SiteType(
        ValueType.SECRET_VALUE, null, optional ? List.of(OPTIONAL) : List.<ClassName>of());
  }

  private static Optional<SiteType> ofSupplied(TypeMirror type) {
    return is(OPTIONAL, type)
        ? argument(type).flatMap(value -> ofValue(value, SUPPLIER, OPTIONAL))
        : ofValue(type, SUPPLIER);
  }

  private static Optional<SiteType> ofValue(TypeMirror type, ClassName... wrappers) {
    return ValueType.of(type)
        .map(value -> new SiteType(value, enumOf(value, type), List.of(wrappers)));
  }

  /** Says whether a type is a type parameter's, which a child says more of, or holds one. */
  static boolean isOpen(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR
        || (type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(SiteType::isOpen));
  }

  /** Says whether it does without a value. */
  boolean optional() {
    return wrappers.contains(OPTIONAL);
  }

  /** Says whether it asks anew each time. */
  boolean supplied() {
    return wrappers.contains(SUPPLIER);
  }

  /** Says whether the value is made by a method of the runtime that needs no conversion. */
  boolean isDirect() {
    return wrappers.isEmpty() && value.isDirect();
  }

  TypeName typeName() {
    TypeName name = wrappers.isEmpty() ? valueName() : valueName().box();
    for (int i = wrappers.size() - 1; i >= 0; i--) {
      name = ParameterizedTypeName.get(wrappers.get(i), name);
    }
    return name;
  }

  /** Returns the type as a class literal can name it. */
  TypeName erasure() {
    return wrappers.isEmpty() ? valueName() : wrappers.get(0);
  }

  /** Says whether values of a declared format can be turned into it. */
  boolean fits(Format format) {
    return value.fits(format);
  }

  /** Returns the same type, for a secret that may be absent. */
  SiteType asOptional() {
    List<ClassName> around = supplied() ? List.of(SUPPLIER, OPTIONAL) : List.of(OPTIONAL);
    return new SiteType(value, constants, around);
  }

  /** Returns the type as manifests have it: an enum by its binary name. */
  String toManifest() {
    return written(
        constants == null ? TypeNames.simple(valueName()) : Enclosing.binaryName(constants));
  }

  /** Returns the type as sources write it. */
  @Override
  public String toString() {
    return written(TypeNames.simple(wrappers.isEmpty() ? valueName() : valueName().box()));
  }

  private String written(String inner) {
    StringBuilder text = new StringBuilder(inner);
    for (int i = wrappers.size() - 1; i >= 0; i--) {
      text.insert(0, wrappers.get(i).simpleName() + "<").append(">");
    }
    return text.toString();
  }

  private TypeName valueName() {
    return constants == null ? value.typeName() : ClassName.get(constants);
  }

  private static @Nullable TypeElement enumOf(ValueType value, TypeMirror type) {
    return value == ValueType.ENUM ? (TypeElement) ((DeclaredType) type).asElement() : null;
  }

  private static boolean is(ClassName name, TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name.canonicalName());
  }

  /** Returns what is in the angle brackets; a wildcard is nothing that can be made. */
  private static Optional<TypeMirror> argument(TypeMirror wrapper) {
    List<? extends TypeMirror> arguments = ((DeclaredType) wrapper).getTypeArguments();
    return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
  }
}
