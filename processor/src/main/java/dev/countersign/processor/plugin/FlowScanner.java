package dev.countersign.processor.plugin;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.countersign.processor.SourceChecks;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Follows plaintexts through expressions: where they come from, what keeps them, where they go. */
final class FlowScanner extends BodyScanner {
  private final Source source;
  private final Findings findings;
  private final Calls calls;
  private final PlaintextReader reader;
  private final Sinks sinks;
  private final Schemes schemes;

  FlowScanner(Source source, SourceChecks checks) {
    this.source = source;
    this.findings = new Findings(source, checks);
    this.calls = new Calls(source);
    this.reader = new PlaintextReader(source);
    this.sinks = new Sinks(source);
    this.schemes = new Schemes(source);
  }

  /** Looks at a top-level class and all within it. */
  void review(TreePath type) {
    scan(type, null);
    findings.reportTexts();
  }

  @Override
  void disclose(Plaintext plaintext, String goal) {
    findings.leak(getCurrentPath(), plaintext, goal);
  }

  @Override
  public @Nullable Plaintext visitIdentifier(IdentifierTree node, @Nullable Void unused) {
    return read(node);
  }

  @Override
  public @Nullable Plaintext visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
    scan(node.getExpression(), null);
    return read(node);
  }

  @Override
  public @Nullable Plaintext visitVariable(VariableTree node, @Nullable Void unused) {
    Plaintext value = scan(node.getInitializer(), null);
    Element variable = source.element(getCurrentPath());
    if (variable != null) {
      variables.set(variable, value);
    }
    return null;
  }

  @Override
  public @Nullable Plaintext visitAssignment(AssignmentTree node, @Nullable Void unused) {
    Plaintext value = scan(node.getExpression(), null);
    if (node.getVariable() instanceof ArrayAccessTree array) {
      scan(array.getIndex(), null);
      add(array.getExpression(), value);
    } else {
      Element target = source.element(getCurrentPath(), node.getVariable());
      if (target != null) {
        variables.set(target, value);
      }
    }
    return value;
  }

  @Override
  public @Nullable Plaintext visitCompoundAssignment(
      CompoundAssignmentTree node, @Nullable Void unused) {
    Plaintext before = scan(node.getVariable(), null);
    Plaintext added = part(node.getVariable(), node.getExpression(), node);
    add(node.getVariable(), added);
    return Plaintext.join(before, added);
  }

  @Override
  public @Nullable Plaintext visitBinary(BinaryTree node, @Nullable Void unused) {
    if (!Sums.isOne(node)) {
      return super.visitBinary(node, null);
    }
    Plaintext result = null;
    ExpressionTree before = null;
    for (ExpressionTree operand : Sums.operands(node)) {
      result = Plaintext.join(result, part(before, operand, node));
      before = operand;
    }
    return result;
  }

  @Override
  public @Nullable Plaintext visitMethodInvocation(
      MethodInvocationTree node, @Nullable Void unused) {
    Call call = calls.of(getCurrentPath(), node);
    if (call == null) {
      return super.visitMethodInvocation(node, null);
    }
    Plaintext receiver = scan(call.receiver(), null);
    List<Plaintext> given = given(call.arguments(), Carriers.joins(call));
    sinks
        .goal(getCurrentPath(), call)
        .ifPresent(goal -> given.forEach(each -> disclose(each, goal)));
    if (Carriers.encodes(call)) {
      given.forEach(findings::settle);
    }
    Plaintext disclosed = reader.disclosed(getCurrentPath(), call);
    return disclosed == null ? carried(call, receiver, given) : disclosed;
  }

  @Override
  public @Nullable Plaintext visitNewClass(NewClassTree node, @Nullable Void unused) {
    scan(node.getEnclosingExpression(), null);
    List<Plaintext> given = given(node.getArguments(), false);
    scan(node.getClassBody(), null);
    TypeElement type = made(node);
    if (type == null) {
      return null;
    }
    if (sinks.isException(type)) {
      given.forEach(each -> disclose(each, Sinks.EXCEPTION));
    }
    return Carriers.carries(type.getQualifiedName().toString()) ? join(given) : null;
  }

  @Override
  public @Nullable Plaintext visitAssert(AssertTree node, @Nullable Void unused) {
    scan(node.getCondition(), null);
    Plaintext detail = scan(node.getDetail(), null);
    if (detail != null) {
      disclose(detail, Sinks.EXCEPTION);
    }
    return null;
  }

  /** Returns what a variable or a site holds where it is read. */
  private @Nullable Plaintext read(Tree node) {
    if (!(source.element(getCurrentPath()) instanceof VariableElement variable)) {
      return null;
    }
    Plaintext held = variables.get(variable);
    return held == null ? reader.site(variable, variable.asType(), node) : held.readAt(node);
  }

  /**
   * Returns what one side of a sum brings into the text. An array brings its identity only, and
   * what follows {@code "Bearer "} is no message.
   */
  private @Nullable Plaintext part(
      @Nullable ExpressionTree before, ExpressionTree operand, Tree sum) {
    Plaintext plaintext = scan(operand, null);
    boolean isText = sum.getKind() == Tree.Kind.PLUS || sum.getKind() == Tree.Kind.PLUS_ASSIGNMENT;
    if (plaintext == null || !isText || source.typeName(getCurrentPath(), operand).endsWith("[]")) {
      return null;
    }
    boolean isMeant = before != null && schemes.endIn(getCurrentPath(), before);
    return isMeant || isSum(operand) ? plaintext : text(plaintext);
  }

  private static boolean isSum(ExpressionTree operand) {
    return operand instanceof ParenthesizedTree inner
        ? isSum(inner.getExpression())
        : Sums.isOne(operand);
  }

  private Plaintext text(Plaintext plaintext) {
    if (!plaintext.texts().isEmpty()) {
      return plaintext; // mentioned where it became part of a text first
    }
    findings.text(getCurrentPath(), plaintext);
    return plaintext.within(plaintext.at());
  }

  private List<Plaintext> given(List<? extends ExpressionTree> arguments, boolean joins) {
    List<Plaintext> given = new ArrayList<>();
    for (ExpressionTree argument : arguments) {
      Plaintext plaintext = scan(argument, null);
      if (plaintext != null) {
        given.add(joins ? text(plaintext) : plaintext);
      }
    }
    return given;
  }

  private @Nullable Plaintext carried(
      Call call, @Nullable Plaintext receiver, List<Plaintext> given) {
    if (Carriers.isBuilt(call) && call.receiver() != null) {
      add(Builders.first(call.receiver()), join(given));
    }
    return Carriers.carries(call) ? Plaintext.join(receiver, join(given)) : null;
  }

  private void add(ExpressionTree variable, @Nullable Plaintext plaintext) {
    Element target = source.element(getCurrentPath(), variable);
    if (target != null) {
      variables.add(target, plaintext);
    }
  }

  /** Returns the class of a new object; of an anonymous class, the one it extends. */
  private @Nullable TypeElement made(NewClassTree node) {
    return source.element(getCurrentPath(), node.getIdentifier()) instanceof TypeElement type
        ? type
        : null;
  }

  private static @Nullable Plaintext join(List<Plaintext> all) {
    Plaintext result = null;
    for (Plaintext each : all) {
      result = Plaintext.join(result, each);
    }
    return result;
  }
}
