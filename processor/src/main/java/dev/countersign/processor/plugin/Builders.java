package dev.countersign.processor.plugin;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;

/** Finds the builder at the start of a chain: {@code text} in {@code text.append(a).append(b)}. */
final class Builders {
  private Builders() {}

  static ExpressionTree first(ExpressionTree chain) {
    return chain instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? first(select.getExpression())
        : chain;
  }
}
