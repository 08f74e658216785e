package dev.countersign.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.countersign.runtime.declaration.Format;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The kinds of type that a secret can be turned into. */
enum ValueType {
  SECRET_VALUE("value"),
  STRING("text"),
  CHARS("chars"),
  BYTES("bytes"),
  ADDRESS("uri", Format.URI),
  INT("integer", Format.INTEGER),
  BOXED_INT("integer", Format.INTEGER),
  LONG("longInteger", Format.INTEGER),
  BOXED_LONG("longInteger", Format.INTEGER),
  BOOLEAN("bool"),
  BOXED_BOOLEAN("bool"),
  DURATION("duration"),
  FILE("path"),
  KEY("privateKey", Format.PRIVATE_KEY),
  CERTIFICATE("certificate", Format.CERTIFICATE),
  ENUM("constant");

  /** How messages list them. */
  static final String ALL =
      "SecretValue, String, char[], byte[], URI, int, long, boolean, Duration, Path, PrivateKey,"
          + " X509Certificate or an enum, or Optional, Supplier or Supplier<Optional> of one of"
          + " them";

  private final String conversion;
  private final Format format;

  ValueType(String conversion) {
    this(conversion, Format.TEXT);
  }

  ValueType(String conversion, Format format) {
    this.conversion = conversion;
    this.format = format;
  }

  /** Returns the kind of a type; type annotations do not matter. */
  static Optional<ValueType> of(TypeMirror type) {
    if (isEnum(type)) {
      return Optional.of(ENUM);
    }
    return Arrays.stream(values()).filter(each -> each != ENUM && each.isFor(type)).findFirst();
  }

  /** Returns the type as generated code writes it, unless this is an enum. */
  TypeName typeName() {
    return switch (this) {
      case SECRET_VALUE -> RuntimeTypes.SECRET_VALUE;
      case STRING -> ClassName.get(String.class);
      case CHARS -> ArrayTypeName.of(char.class);
      case BYTES -> ArrayTypeName.of(byte.class);
      case ADDRESS -> ClassName.get(URI.class);
      case INT -> TypeName.INT;
      case BOXED_INT -> TypeName.INT.box();
      case LONG -> TypeName.LONG;
      case BOXED_LONG -> TypeName.LONG.box();
      case BOOLEAN -> TypeName.BOOLEAN;
      case BOXED_BOOLEAN -> TypeName.BOOLEAN.box();
      case DURATION -> ClassName.get(Duration.class);
      case FILE -> ClassName.get(Path.class);
      case KEY -> ClassName.get(PrivateKey.class);
      case CERTIFICATE -> ClassName.get(X509Certificate.class);
      case ENUM -> ClassName.get(Enum.class);
    };
  }

  /** Returns the conversion of the runtime that makes it. */
  String conversion() {
    return conversion;
  }

  /** Says whether the value is taken as it is; the runtime has a method of its own for it. */
  boolean isDirect() {
    return switch (this) {
      case SECRET_VALUE, STRING, CHARS, BYTES -> true;
      default -> false;
    };
  }

  /** Says whether values of a declared format can be turned into this. */
  boolean fits(Format declared) {
    return isDirect() || declared == Format.TEXT || declared == format;
  }

  /** Returns the types for a declared format, the one that says the same first. */
  static String forFormat(Format declared) {
    return Arrays.stream(values())
            .filter(each -> !each.isDirect() && each.format == declared)
            .findFirst()
            .map(each -> TypeNames.simple(each.typeName()))
            .orElse("SecretValue")
        + " or String";
  }

  private boolean isFor(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED, ARRAY, INT, LONG, BOOLEAN ->
          typeName().equals(TypeName.get(type).withoutAnnotations());
      default -> false;
    };
  }

  private static boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.ENUM;
  }
}
