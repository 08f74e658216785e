package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot beside the one that counts: what changed, and what stands in the way of taking it.
 * What was there must still be there, and what changed must open and be as declared.
 */
final class Succession {
  private final Resolver before;
  private final Resolver after;
  private final Report report;
  private final Map<String, String> changed = new LinkedHashMap<>();
  private boolean isOther;

  private Succession(Resolver before, Resolver after) {
    this.before = before;
    this.after = after;
    this.report = after.report();
  }

  /**
   * Compares every secret that the program may depend on.
   *
   * @throws UnresolvedSecretException naming all that stand in the way
   */
  static Succession of(Resolver before, Resolver after) {
    Succession succession = new Succession(before, after);
    for (Declaration declaration : after.followed()) {
      succession.compare(declaration);
    }
    succession.report.done().throwIfUnsound();
    return succession;
  }

  /** Returns the sources of the values that changed, by name; empty for one that is gone. */
  Map<String, String> changed() {
    return changed;
  }

  /** Says whether there is anything to take: another value, or the same one from elsewhere. */
  boolean isOther() {
    return isOther;
  }

  private void compare(Declaration declaration) {
    boolean wasUsable = true;
    SecretValue was = null;
    try {
      was = before.ask(declaration);
    } catch (SecretsException e) {
      wasUsable = false; // in local the program starts all the same
    }
    try {
      compare(declaration, was, after.ask(declaration));
    } catch (SecretsException e) {
      if (wasUsable) {
        report.failed(declaration, e);
      }
    }
  }

  private void compare(
      Declaration declaration, @Nullable SecretValue was, @Nullable SecretValue is) {
    if (is != null && was != null && isSame(was, is)) {
      isOther |= !was.source().equals(is.source());
      is.close();
    } else if (is != null) {
      report.hold(declaration, is);
      change(declaration, is.source());
    } else if (was != null) {
      report.absent(declaration);
      change(declaration, "");
    }
    if (was != null) {
      was.close();
    }
  }

  private void change(Declaration declaration, String source) {
    isOther = true;
    changed.put(declaration.name().value(), source);
  }

  private static boolean isSame(SecretValue was, SecretValue is) {
    try {
      return was.isSealedAs(is) || was.equals(is);
    } catch (SecretsException e) {
      return false; // if it is the later one that does not open, that is told when it is held
    }
  }
}
