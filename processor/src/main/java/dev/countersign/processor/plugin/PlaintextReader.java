package dev.countersign.processor.plugin;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.countersign.processor.Disclosure.Origin;
import dev.countersign.processor.SourceChecks;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Tells where plaintexts come from: {@code reveal}, and sites that are filled with one. */
final class PlaintextReader {
  private static final Set<String> REVEALING = Set.of("reveal", "revealChars", "revealBytes");
  private static final Set<String> PLAIN =
      Set.of("java.lang.String", "java.net.URI", "char[]", "byte[]");
  private static final Set<String> WRAPPERS =
      Set.of("java.util.Optional", "java.util.function.Supplier");

  private final Source source;
  private final Calls calls;

  PlaintextReader(Source source) {
    this.source = source;
    this.calls = new Calls(source);
  }

  /** Says whether an element may hold or disclose a plaintext; if none does, none is followed. */
  static boolean maybe(@Nullable Element element) {
    return element != null && (isReveal(element) || siteName(element).isPresent());
  }

  /** Returns the plaintext that a call discloses, or null if it discloses none. */
  @Nullable Plaintext disclosed(TreePath path, Call call) {
    if (isReveal(call.method())) {
      ExpressionTree receiver = call.receiver();
      return new Plaintext(
          receiver == null ? Optional.empty() : nameOf(path, receiver),
          Origin.REVEALED,
          receiver == null ? "" : plainName(receiver),
          path.getLeaf(),
          Set.of());
    }
    return site(call.method(), call.method().getReturnType(), path.getLeaf());
  }

  /** Returns the plaintext in a site, or null if it is none or holds none. */
  @Nullable Plaintext site(Element element, TypeMirror type, Tree at) {
    Optional<String> name = siteName(element);
    return name.isPresent() && isPlain(type)
        ? new Plaintext(name, Origin.PLAIN_SITE, safer(element, type), at, Set.of())
        : null;
  }

  private static boolean isReveal(Element element) {
    return REVEALING.contains(element.getSimpleName().toString())
        && element.getEnclosingElement() instanceof TypeElement owner
        && RuntimeNames.is("SecretValue", owner.getQualifiedName().toString());
  }

  /** Returns the name of the secret that an expression stands for, as far as the source says. */
  private Optional<String> nameOf(TreePath parent, ExpressionTree tree) {
    TreePath path = new TreePath(parent, tree);
    if (tree instanceof MethodInvocationTree node) {
      Call call = calls.of(path, node);
      return call == null ? Optional.empty() : nameOf(path, call);
    }
    Element element = source.element(path);
    return element == null ? Optional.empty() : siteName(element);
  }

  private Optional<String> nameOf(TreePath path, Call call) {
    if (NamedCalls.isOne(call)) {
      return source.constant(path, call.arguments().get(0));
    }
    boolean unwraps = call.ownerName().startsWith("java.util.") && call.receiver() != null;
    return unwraps && call.receiver() != null
        ? nameOf(path, call.receiver())
        : siteName(call.method());
  }

  /** Returns the name on an element; compilers know that of an accessor by its component. */
  private static Optional<String> siteName(Element element) {
    Optional<String> name = SourceChecks.nameOn(element);
    boolean mayBeAccessor =
        name.isEmpty()
            && element instanceof ExecutableElement method
            && method.getParameters().isEmpty();
    return mayBeAccessor && element.getEnclosingElement() instanceof TypeElement owner
        ? componentName(owner, element)
        : name;
  }

  private static Optional<String> componentName(TypeElement owner, Element accessor) {
    return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
        .filter(each -> owner.getKind() == ElementKind.RECORD)
        .filter(each -> each.getSimpleName().equals(accessor.getSimpleName()))
        .flatMap(each -> SourceChecks.nameOn(each).stream())
        .findFirst();
  }

  private boolean isPlain(TypeMirror type) {
    String name = source.nameOf(type);
    return PLAIN.contains(name)
        || (WRAPPERS.contains(name)
            && type instanceof DeclaredType wrapper
            && wrapper.getTypeArguments().stream().anyMatch(this::isPlain));
  }

  /**
   * Returns a site and the type that it should have: {@code Client.dsn an Optional<SecretValue>}.
   */
  private String safer(Element site, TypeMirror type) {
    String form = safer(type);
    return label(site) + (form.startsWith("Optional") ? " an " : " a ") + form;
  }

  private String safer(TypeMirror type) {
    boolean isWrapper = WRAPPERS.contains(source.nameOf(type)) && type instanceof DeclaredType;
    return isWrapper
        ? ((DeclaredType) type).asElement().getSimpleName()
            + "<"
            + safer(((DeclaredType) type).getTypeArguments().get(0))
            + ">"
        : "SecretValue";
  }

  private static String label(Element site) {
    String owner =
        site.getEnclosingElement() instanceof TypeElement type ? type.getSimpleName() + "." : "";
    return owner + site.getSimpleName() + (site instanceof ExecutableElement ? "()" : "");
  }

  /** Returns an expression as the source has it, if it is names only: no literal is repeated. */
  private static String plainName(ExpressionTree tree) {
    if (tree instanceof IdentifierTree) {
      return tree.toString();
    }
    if (tree instanceof MemberSelectTree select) {
      String before = plainName(select.getExpression());
      return before.isEmpty() ? "" : before + "." + select.getIdentifier();
    }
    boolean isPlainCall =
        tree instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && call.getTypeArguments().isEmpty();
    String called = isPlainCall ? plainName(((MethodInvocationTree) tree).getMethodSelect()) : "";
    return called.isEmpty() ? "" : called + "()";
  }
}
