package dev.countersign.processor.plugin;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.countersign.processor.Place;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Names a place by the nearest class that has a name, and the member of it. */
final class Places {
  private Places() {}

  static Place of(Trees trees, TreePath around, Messager messager) {
    Element member = null;
    for (TreePath path = around; path != null; path = path.getParentPath()) {
      Element element = declared(trees, path);
      if (element instanceof TypeElement type && !type.getSimpleName().isEmpty()) {
        return new Place(type, label(member, type), messager);
      }
      member = element == null ? member : element;
    }
    throw new IllegalArgumentException("no class around " + around.getLeaf().getKind());
  }

  private static @Nullable Element declared(Trees trees, TreePath path) {
    Tree leaf = path.getLeaf();
    return switch (leaf.getKind()) {
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE, METHOD, VARIABLE ->
          trees.getElement(path);
      default -> null;
    };
  }

  private static String label(@Nullable Element member, TypeElement owner) {
    if (member == null || !owner.equals(member.getEnclosingElement())) {
      return "";
    }
    if (!(member instanceof ExecutableElement method)) {
      return member.getSimpleName().toString();
    }
    String parameters =
        method.getParameters().stream()
            .map(each -> each.getSimpleName().toString())
            .collect(Collectors.joining(", ", "(", ")"));
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? parameters
        : method.getSimpleName() + parameters;
  }
}
