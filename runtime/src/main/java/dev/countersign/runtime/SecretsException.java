package dev.countersign.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Secrets cannot be resolved as the program is set up: no environment chosen, a manifest missing, a
 * store that cannot be read. The message says what to change. No value is ever part of it.
 */
public class SecretsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretsException(String message) {
    super(message);
  }

  SecretsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
