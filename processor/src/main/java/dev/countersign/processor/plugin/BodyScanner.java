package dev.countersign.processor.plugin;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Follows what bodies return: a lambda's value is the lambda's, {@code toString} is for people. */
abstract class BodyScanner extends BranchScanner {
  private static final Set<String> PRINTING =
      Set.of("toString", "getMessage", "getLocalizedMessage");

  private String goal = "";
  private @Nullable Plaintext returned;

  /** Reports that a plaintext goes where people can read it. */
  abstract void disclose(Plaintext plaintext, String where);

  @Override
  public @Nullable Plaintext visitClass(ClassTree node, @Nullable Void unused) {
    for (Tree member : node.getMembers()) {
      apart("", () -> scan(member, null));
    }
    return null;
  }

  @Override
  public @Nullable Plaintext visitMethod(MethodTree node, @Nullable Void unused) {
    String name = node.getName().toString();
    boolean prints = PRINTING.contains(name) && node.getParameters().isEmpty();
    apart(prints ? "by " + name + "()" : "", () -> scan(node.getBody(), null));
    return null;
  }

  @Override
  public @Nullable Plaintext visitLambdaExpression(
      LambdaExpressionTree node, @Nullable Void unused) {
    return apart(
        "",
        () -> {
          Plaintext value = scan(node.getBody(), null);
          returned =
              Plaintext.join(returned, node.getBody() instanceof ExpressionTree ? value : null);
        });
  }

  @Override
  public @Nullable Plaintext visitReturn(ReturnTree node, @Nullable Void unused) {
    Plaintext value = scan(node.getExpression(), null);
    returned = Plaintext.join(returned, value);
    if (value != null && !goal.isEmpty()) {
      disclose(value, goal);
    }
    variables.leave();
    return null;
  }

  /** Walks through a body, knows what it captures, and returns what it returns. */
  private @Nullable Plaintext apart(String where, Runnable body) {
    String outerGoal = goal;
    Plaintext outer = returned;
    Map<Element, Plaintext> before = variables.copy();
    goal = where;
    returned = null;
    body.run();
    Plaintext result = returned;
    goal = outerGoal;
    returned = outer;
    variables.restore(before);
    return result;
  }
}
