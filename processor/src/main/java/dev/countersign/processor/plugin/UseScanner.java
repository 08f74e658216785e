package dev.countersign.processor.plugin;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.countersign.processor.SourceChecks;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds names in calls, sites that no processor sees, and values written in the source. */
final class UseScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Source source;
  private final SourceChecks checks;
  private final Calls calls;
  private final Literals literals;
  private boolean mayDisclose;

  UseScanner(Source source, SourceChecks checks) {
    this.source = source;
    this.checks = checks;
    this.calls = new Calls(source);
    this.literals = new Literals(source);
  }

  /** Says whether what was scanned may disclose a plaintext. */
  boolean mayDisclose() {
    return mayDisclose;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void unused) {
    lookForPlaintext();
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
    lookForPlaintext();
    return super.visitMemberSelect(node, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
    Call call = calls.of(getCurrentPath(), node);
    if (call != null && NamedCalls.isOne(call)) {
      ExpressionTree name = call.arguments().get(0);
      source
          .constant(getCurrentPath(), name)
          .ifPresent(
              text ->
                  checks.checkCall(
                      source.place(getCurrentPath(), name), text, NamedCalls.mayBeAbsent(call)));
    }
    return super.visitMethodInvocation(node, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
    checkUnseen(node.getModifiers());
    Element element = source.element(getCurrentPath());
    if (element != null && node.getInitializer() != null) {
      checkHardcoded(element, node.getInitializer());
    }
    return super.visitVariable(node, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
    checkUnseen(node.getModifiers());
    return super.visitMethod(node, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void unused) {
    Element target = source.element(getCurrentPath(), node.getVariable());
    if (target != null) {
      checkHardcoded(target, node.getExpression());
    }
    return super.visitAssignment(node, null);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree node, @Nullable Void unused) {
    return Sums.isOne(node) ? scan(Sums.operands(node), null) : super.visitBinary(node, null);
  }

  private void lookForPlaintext() {
    mayDisclose = mayDisclose || PlaintextReader.maybe(source.element(getCurrentPath()));
  }

  private void checkHardcoded(Element target, ExpressionTree value) {
    TreePath path = getCurrentPath();
    SourceChecks.nameOn(target)
        .filter(name -> literals.isIn(new TreePath(path, value)))
        .ifPresent(name -> checks.reportHardcoded(source.place(path, value), name));
  }

  private void checkUnseen(ModifiersTree modifiers) {
    Element element = source.element(getCurrentPath());
    Tree value = element == null ? null : SecretTrees.value(source, getCurrentPath(), modifiers);
    String what =
        value == null || element == null ? "" : Unseen.describe(getCurrentPath(), element);
    if (value != null && element != null && !what.isEmpty() && source.isFirst("site", value)) {
      checks.checkUnseen(source.place(getCurrentPath(), value), element, what);
    }
  }
}
