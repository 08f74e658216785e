package dev.countersign.processor.plugin;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds out which method a call calls. */
final class Calls {
  private final Source source;

  Calls(Source source) {
    this.source = source;
  }

  /** Returns the call, or null if the compiler does not know the method. */
  @Nullable Call of(TreePath path, MethodInvocationTree node) {
    if (source.element(path, node.getMethodSelect()) instanceof ExecutableElement method
        && method.getEnclosingElement() instanceof TypeElement owner) {
      return new Call(
          method,
          owner,
          node.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null,
          node.getArguments());
    }
    return null;
  }
}
