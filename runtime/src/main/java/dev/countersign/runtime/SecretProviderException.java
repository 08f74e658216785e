package dev.countersign.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link SecretProvider} that cannot answer, in words for whoever runs the program.
 * Message, fix and cause are shown and logged: none of them may hold a value or a credential.
 */
public final class SecretProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String fix;

  /**
   * Makes an exception.
   *
   * @param fact what happened: {@code permission denied at secret/data/app}
   * @param fix what mends it: {@code add the role app-reader to this pod's service account}
   */
  public SecretProviderException(String fact, String fix) {
    this(fact, fix, null);
  }

  /** Makes an exception with a cause, which is shown too. */
  public SecretProviderException(String fact, String fix, @Nullable Throwable cause) {
    super(fact, cause);
    this.fix = fix;
  }

  /** Returns what mends it. */
  public String fix() {
    return fix;
  }
}
