package dev.countersign.processor.plugin;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds {@code @SuppressWarnings("Secret/Leak")} on the declarations around a place. */
final class Suppressions {
  private Suppressions() {}

  /** Says whether a code, {@code Secret/Leak}, is suppressed at a place. */
  static boolean cover(Trees trees, TreePath place, String code) {
    for (TreePath path = place; path != null; path = path.getParentPath()) {
      boolean declares =
          switch (path.getLeaf().getKind()) {
            case CLASS, INTERFACE, ENUM, RECORD, METHOD, VARIABLE -> true;
            default -> false;
          };
      Element element = declares ? trees.getElement(path) : null;
      if (element != null && suppresses(element, code)) {
        return true;
      }
    }
    return false;
  }

  private static boolean suppresses(Element element, String code) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")
          && mirror.getElementValues().values().stream().anyMatch(value -> names(value, code))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(AnnotationValue value, String code) {
    return value.getValue() instanceof List<?> values
        && values.stream().anyMatch(each -> ((AnnotationValue) each).getValue().equals(code));
  }
}
