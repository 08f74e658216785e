package dev.countersign.processor.plugin;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Follows the ways through a body. What a variable may hold on any way, it holds where the ways
 * meet; a way that returns or throws does not come there. A loop is walked twice.
 */
abstract class BranchScanner extends TreePathScanner<@Nullable Plaintext, @Nullable Void> {
  final Variables variables = new Variables();
  private @Nullable Plaintext yielded;

  /** Returns what an expression holds; other trees hold nothing, whatever is in them. */
  @Override
  public @Nullable Plaintext scan(@Nullable Tree tree, @Nullable Void unused) {
    Plaintext plaintext = super.scan(tree, null);
    return tree != null && holds(tree) ? plaintext : null;
  }

  @Override
  public @Nullable Plaintext reduce(@Nullable Plaintext one, @Nullable Plaintext other) {
    return Plaintext.join(one, other);
  }

  @Override
  public @Nullable Plaintext visitIf(IfTree node, @Nullable Void unused) {
    scan(node.getCondition(), null);
    branch(node.getThenStatement(), node.getElseStatement());
    return null;
  }

  @Override
  public @Nullable Plaintext visitConditionalExpression(
      ConditionalExpressionTree node, @Nullable Void unused) {
    scan(node.getCondition(), null);
    return branch(node.getTrueExpression(), node.getFalseExpression());
  }

  @Override
  public @Nullable Plaintext visitWhileLoop(WhileLoopTree node, @Nullable Void unused) {
    return twice(() -> super.visitWhileLoop(node, null));
  }

  @Override
  public @Nullable Plaintext visitDoWhileLoop(DoWhileLoopTree node, @Nullable Void unused) {
    return twice(() -> super.visitDoWhileLoop(node, null));
  }

  @Override
  public @Nullable Plaintext visitForLoop(ForLoopTree node, @Nullable Void unused) {
    return twice(() -> super.visitForLoop(node, null));
  }

  @Override
  public @Nullable Plaintext visitEnhancedForLoop(EnhancedForLoopTree node, @Nullable Void unused) {
    return twice(() -> super.visitEnhancedForLoop(node, null));
  }

  @Override
  public @Nullable Plaintext visitTry(TryTree node, @Nullable Void unused) {
    Map<Element, Plaintext> before = variables.copy();
    scan(node.getResources(), null);
    scan(node.getBlock(), null);
    Map<Element, Plaintext> ended = variables.copy();
    Variables after = new Variables();
    after.join(ended);
    for (CatchTree each : node.getCatches()) {
      variables.restore(before);
      variables.join(ended);
      scan(each, null);
      after.join(variables.copy());
    }
    variables.restore(after.copy());
    scan(node.getFinallyBlock(), null);
    return null;
  }

  @Override
  public @Nullable Plaintext visitSwitch(SwitchTree node, @Nullable Void unused) {
    scan(node.getExpression(), null);
    return cases(node.getCases());
  }

  @Override
  public @Nullable Plaintext visitSwitchExpression(
      SwitchExpressionTree node, @Nullable Void unused) {
    scan(node.getExpression(), null);
    return cases(node.getCases());
  }

  @Override
  public @Nullable Plaintext visitCase(CaseTree node, @Nullable Void unused) {
    Tree body = node.getBody();
    scan(node.getStatements() == null || body != null ? List.of() : node.getStatements(), null);
    Plaintext value = scan(body, null);
    if (body instanceof ExpressionTree) {
      yielded = Plaintext.join(yielded, value);
    }
    return null;
  }

  @Override
  public @Nullable Plaintext visitYield(YieldTree node, @Nullable Void unused) {
    yielded = Plaintext.join(yielded, scan(node.getValue(), null));
    return null;
  }

  @Override
  public @Nullable Plaintext visitThrow(ThrowTree node, @Nullable Void unused) {
    scan(node.getExpression(), null);
    variables.leave();
    return null;
  }

  private @Nullable Plaintext branch(Tree one, @Nullable Tree other) {
    Map<Element, Plaintext> before = variables.copy();
    Plaintext first = scan(one, null);
    Map<Element, Plaintext> ended = variables.copy();
    variables.restore(before);
    Plaintext second = scan(other, null);
    variables.join(ended);
    return Plaintext.join(first, second);
  }

  private @Nullable Plaintext twice(Runnable loop) {
    for (int i = 0; i < 2; i++) {
      Map<Element, Plaintext> before = variables.copy();
      loop.run();
      variables.join(before);
    }
    return null;
  }

  private @Nullable Plaintext cases(List<? extends CaseTree> cases) {
    Plaintext outer = yielded;
    yielded = null;
    Map<Element, Plaintext> before = variables.copy();
    Variables after = new Variables();
    after.join(before);
    for (CaseTree each : cases) {
      variables.join(before); // the case before may fall through to this one
      scan(each, null);
      after.join(variables.copy());
    }
    variables.restore(after.copy());
    Plaintext value = yielded;
    yielded = outer;
    return value;
  }

  private static boolean holds(Tree tree) {
    return switch (tree.getKind()) {
      case ASSIGNMENT,
          CONDITIONAL_EXPRESSION,
          IDENTIFIER,
          LAMBDA_EXPRESSION,
          MEMBER_SELECT,
          METHOD_INVOCATION,
          NEW_ARRAY,
          NEW_CLASS,
          PARENTHESIZED,
          PLUS,
          PLUS_ASSIGNMENT,
          SWITCH_EXPRESSION,
          TYPE_CAST ->
          true;
      default -> false;
    };
  }
}
