package dev.countersign.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** What a generated class, which is in the package of the class it is for, can name. */
final class Visibility {
  private Visibility() {}

  /** Says whether code in the package of a class can name a type, and every type within it. */
  static boolean canName(TypeElement owner, @Nullable TypeMirror type) {
    if (type == null) {
      return true;
    }
    return switch (type.getKind()) {
      case ARRAY -> canName(owner, ((ArrayType) type).getComponentType());
      case WILDCARD -> canName(owner, (WildcardType) type);
      case DECLARED -> canName(owner, (DeclaredType) type);
      default -> true;
    };
  }

  /** Says whether code in the package of a class can name another class. */
  static boolean canName(TypeElement owner, TypeElement type) {
    boolean samePackage = packageOf(owner).equals(packageOf(type));
    return Enclosing.all(type).allMatch(each -> canName(each, samePackage));
  }

  /** Says whether a type is written without the arguments that it has. */
  static boolean isRaw(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return isRaw(((ArrayType) type).getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    TypeElement element = (TypeElement) declared.asElement();
    return (arguments.isEmpty() && !element.getTypeParameters().isEmpty())
        || arguments.stream().anyMatch(Visibility::isRaw);
  }

  private static boolean canName(TypeElement owner, WildcardType wildcard) {
    return canName(owner, wildcard.getExtendsBound()) && canName(owner, wildcard.getSuperBound());
  }

  private static boolean canName(TypeElement owner, DeclaredType type) {
    return canName(owner, (TypeElement) type.asElement())
        && type.getTypeArguments().stream().allMatch(each -> canName(owner, each));
  }

  private static boolean canName(TypeElement type, boolean samePackage) {
    return samePackage
        ? !type.getModifiers().contains(Modifier.PRIVATE)
        : type.getModifiers().contains(Modifier.PUBLIC);
  }

  private static Element packageOf(TypeElement type) {
    return Stream.<Element>iterate(type, Element::getEnclosingElement)
        .filter(each -> each.getKind() == ElementKind.PACKAGE)
        .findFirst()
        .orElseThrow();
  }
}
