package dev.countersign.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One secret or several have no usable value. The message lists each with its users, every source
 * that was asked, and the command that mends it; it never holds a value.
 */
public final class UnresolvedSecretException extends SecretsException {
  private static final long serialVersionUID = 1L;

  private final String[] names;

  UnresolvedSecretException(List<String> names, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.names = names.toArray(new String[0]);
  }

  /**
   * Returns what to throw where there is a value and it cannot be had.
   *
   * @param source where it is
   * @param fact what is wrong, as the end of a sentence
   * @param fix what mends it
   */
  static UnresolvedSecretException unusable(
      String name, String source, String fact, String fix, @Nullable Throwable cause) {
    String text = name + " from " + source + " cannot be used: " + fact + "\n  fix: " + fix;
    return new UnresolvedSecretException(List.of(name), text, cause);
  }

  /** Returns the names of the secrets concerned, in the order of the message. */
  public List<String> names() {
    return List.of(names);
  }
}
