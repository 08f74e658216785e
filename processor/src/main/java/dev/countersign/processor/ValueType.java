package dev.countersign.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that a secret can be turned into. */
enum ValueType {
  SECRET_VALUE("SecretValue", "value", "optionalValue"),
  STRING("String", "text", "optionalText"),
  CHARS("char[]", "chars", "optionalChars"),
  BYTES("byte[]", "bytes", "optionalBytes");

  /** How messages list them. */
  static final String ALL = "SecretValue, String, char[] or byte[], or Optional of one of them";

  private final String text;
  private final String conversion;
  private final String optionalConversion;

  ValueType(String text, String conversion, String optionalConversion) {
    this.text = text;
    this.conversion = conversion;
    this.optionalConversion = optionalConversion;
  }

  /** Returns the type that a mirror stands for; type annotations do not matter. */
  static Optional<ValueType> of(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return ofComponents(((ArrayType) type).getComponentType().getKind());
    }
    return type.getKind() == TypeKind.DECLARED
        ? ofClass((TypeElement) ((DeclaredType) type).asElement())
        : Optional.empty();
  }

  /** Returns the type as generated code writes it. */
  TypeName typeName() {
    return switch (this) {
      case SECRET_VALUE -> RuntimeTypes.SECRET_VALUE;
      case STRING -> ClassName.get(String.class);
      case CHARS -> ArrayTypeName.of(char.class);
      case BYTES -> ArrayTypeName.of(byte.class);
    };
  }

  /** Returns the method of {@code Sites} that makes it, or makes an Optional of it. */
  String conversion(boolean optional) {
    return optional ? optionalConversion : conversion;
  }

  /** Returns the type as sources write it. */
  @Override
  public String toString() {
    return text;
  }

  private static Optional<ValueType> ofComponents(TypeKind kind) {
    return switch (kind) {
      case CHAR -> Optional.of(CHARS);
      case BYTE -> Optional.of(BYTES);
      default -> Optional.empty();
    };
  }

  private static Optional<ValueType> ofClass(TypeElement type) {
    String name = type.getQualifiedName().toString();
    for (ValueType candidate : values()) {
      if (candidate.typeName().toString().equals(name)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
