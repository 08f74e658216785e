package dev.countersign.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** How messages write types: without packages. */
final class TypeNames {
  private TypeNames() {}

  static String simple(TypeName name) {
    if (name instanceof ArrayTypeName array) {
      return array.componentType() + "[]";
    }
    return name instanceof ClassName type ? type.simpleName() : name.toString();
  }
}
