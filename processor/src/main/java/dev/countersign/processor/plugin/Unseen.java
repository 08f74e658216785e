package dev.countersign.processor.plugin;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.countersign.processor.SourceChecks;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Tells the places that annotation processors do not see: all that is within a body. */
final class Unseen {
  private Unseen() {}

  /** Returns what the place is: {@code a local class}; empty if processors see it. */
  static String describe(TreePath declaration, Element element) {
    Tree parent = declaration.getParentPath().getLeaf();
    if (parent instanceof LambdaExpressionTree) {
      return "a lambda's parameter";
    }
    if (parent instanceof CatchTree) {
      return "a catch clause";
    }
    return isOfComponent(element) ? "" : describeClass(element);
  }

  /** Says whether a parameter's annotation is only the compiler's copy of a component's. */
  private static boolean isOfComponent(Element element) {
    Element method = element.getEnclosingElement();
    Element owner = method == null ? null : method.getEnclosingElement();
    return element.getKind() == ElementKind.PARAMETER
        && owner != null
        && owner.getKind() == ElementKind.RECORD
        && owner.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.FIELD)
            .filter(each -> each.getSimpleName().equals(element.getSimpleName()))
            .anyMatch(each -> SourceChecks.nameOn(each).isPresent());
  }

  private static String describeClass(Element element) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      NestingKind nesting = each instanceof TypeElement type ? type.getNestingKind() : null;
      if (nesting == NestingKind.LOCAL || nesting == NestingKind.ANONYMOUS) {
        return nesting == NestingKind.LOCAL ? "a local class" : "an anonymous class";
      }
    }
    return "";
  }
}
