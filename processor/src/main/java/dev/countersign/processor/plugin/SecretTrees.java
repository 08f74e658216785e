package dev.countersign.processor.plugin;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the {@code @Secret} in the text of a declaration. */
final class SecretTrees {
  private static final String SECRET = "dev.countersign.Secret";

  private SecretTrees() {}

  /** Returns what stands in the annotation, or null if there is none. */
  static @Nullable Tree value(Source source, TreePath declaration, ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      boolean isSecret =
          source.element(declaration, annotation.getAnnotationType()) instanceof TypeElement type
              && type.getQualifiedName().contentEquals(SECRET);
      if (isSecret && !annotation.getArguments().isEmpty()) {
        ExpressionTree argument = annotation.getArguments().get(0);
        return argument instanceof AssignmentTree named ? named.getExpression() : argument;
      }
    }
    return null;
  }
}
