package dev.countersign.processor.plugin;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import java.util.Optional;

/** Works out texts that are known at compile time: literals, constants, and sums of them. */
final class Constants {
  private Constants() {}

  static Optional<String> text(Source source, TreePath path) {
    return value(source, path).filter(String.class::isInstance).map(String.class::cast);
  }

  /** Returns the constant that a text ends with, as far as that is known. */
  static Optional<String> end(Source source, TreePath path) {
    Tree tree = path.getLeaf();
    return tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS
        ? end(source, new TreePath(path, sum.getRightOperand()))
        : text(source, path);
  }

  private static Optional<Object> value(Source source, TreePath path) {
    Tree tree = path.getLeaf();
    return switch (tree.getKind()) {
      case IDENTIFIER, MEMBER_SELECT -> Optional.ofNullable(source.constantOf(path));
      case PARENTHESIZED ->
          value(source, new TreePath(path, ((ParenthesizedTree) tree).getExpression()));
      case TYPE_CAST -> value(source, new TreePath(path, ((TypeCastTree) tree).getExpression()));
      case PLUS -> sum(source, path, (BinaryTree) tree);
      default ->
          tree instanceof LiteralTree literal
              ? Optional.ofNullable(literal.getValue())
              : Optional.empty();
    };
  }

  /** Returns a text if one side is one; sums of numbers are nothing that is asked for. */
  private static Optional<Object> sum(Source source, TreePath path, BinaryTree sum) {
    Optional<Object> left = value(source, new TreePath(path, sum.getLeftOperand()));
    Optional<Object> right = value(source, new TreePath(path, sum.getRightOperand()));
    boolean isText =
        left.filter(String.class::isInstance).isPresent()
            || right.filter(String.class::isInstance).isPresent();
    return isText && left.isPresent() && right.isPresent()
        ? Optional.of(left.get().toString() + right.get())
        : Optional.empty();
  }
}
