package dev.countersign.processor.plugin;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Set;

/** Tells expressions that hold a value of their own: a text, or something made of one. */
final class Literals {
  /** What makes something else of a text and keeps it. */
  private static final Set<String> MAKERS =
      Set.of("java.util.Optional.of", "java.util.Optional.ofNullable");

  private static final Set<String> OF_TEXT = Set.of("toCharArray", "getBytes");

  private final Source source;
  private final Calls calls;

  Literals(Source source) {
    this.source = source;
    this.calls = new Calls(source);
  }

  /** Says whether an expression holds a value; nothing and an empty text are none. */
  boolean isIn(TreePath path) {
    Tree tree = path.getLeaf();
    if (Constants.text(source, path).filter(text -> !text.isEmpty()).isPresent()) {
      return true;
    }
    if (tree instanceof ParenthesizedTree inner) {
      return isIn(path, inner.getExpression());
    }
    if (tree instanceof ConditionalExpressionTree either) {
      return isIn(path, either.getTrueExpression()) || isIn(path, either.getFalseExpression());
    }
    return tree instanceof NewArrayTree array
        ? isFilled(array)
        : tree instanceof MethodInvocationTree call && isMadeOfOne(path, call);
  }

  private boolean isIn(TreePath parent, ExpressionTree child) {
    return isIn(new TreePath(parent, child));
  }

  private boolean isMadeOfOne(TreePath path, MethodInvocationTree node) {
    Call call = calls.of(path, node);
    if (call == null) {
      return false;
    }
    boolean isValue = RuntimeNames.is("SecretValue", call.ownerName()) && call.name().equals("of");
    if (isValue || MAKERS.contains(call.ownerName() + "." + call.name())) {
      return call.arguments().size() == 1 && isIn(path, call.arguments().get(0));
    }
    return call.ownerName().equals("java.lang.String")
        && OF_TEXT.contains(call.name())
        && call.receiver() != null
        && isIn(path, call.receiver());
  }

  /** Says whether an array is written with its elements. */
  private static boolean isFilled(NewArrayTree array) {
    return array.getInitializers() != null
        && !array.getInitializers().isEmpty()
        && array.getInitializers().stream().allMatch(each -> each instanceof LiteralTree);
  }
}
