package dev.countersign.processor.plugin;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes sums apart without recursion: generated sources add thousands of texts in one. */
final class Sums {
  private Sums() {}

  static boolean isOne(Tree tree) {
    return tree.getKind() == Tree.Kind.PLUS;
  }

  /** Returns what is added, in the order of the source; a sum in parentheses is one operand. */
  static List<ExpressionTree> operands(BinaryTree sum) {
    Deque<ExpressionTree> operands = new ArrayDeque<>();
    ExpressionTree rest = sum;
    while (rest instanceof BinaryTree node && isOne(rest)) {
      operands.addFirst(node.getRightOperand());
      rest = node.getLeftOperand();
    }
    operands.addFirst(rest);
    return new ArrayList<>(operands);
  }
}
