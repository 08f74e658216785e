package dev.countersign.processor;

import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Names a generic class without saying of what: {@code Box<?>}. A raw type would be a warning. */
final class WildcardTypes {
  private final Types types;

  WildcardTypes(Types types) {
    this.types = types;
  }

  TypeName anyOf(TypeElement type) {
    return TypeName.get(declaredType(type));
  }

  private DeclaredType declaredType(TypeElement type) {
    TypeMirror[] wildcards =
        type.getTypeParameters().stream()
            .map(parameter -> types.getWildcardType(null, null))
            .toArray(TypeMirror[]::new);
    boolean isStatic = type.getModifiers().contains(Modifier.STATIC);
    return Enclosing.of(type)
        .filter(outer -> !isStatic)
        .map(outer -> types.getDeclaredType(declaredType(outer), type, wildcards))
        .orElseGet(() -> types.getDeclaredType(type, wildcards));
  }
}
