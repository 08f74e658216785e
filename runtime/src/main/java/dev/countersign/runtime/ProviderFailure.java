package dev.countersign.runtime;

import java.util.List;

/**
 * What becomes of an exception that a provider of somebody's own throws. The message of any but a
 * {@link SecretProviderException} is dropped, with those of its causes: it may hold the value.
 */
final class ProviderFailure {
  private static final int MAX_CAUSES = 8;
  private static final String UNLISTED =
      "\n  fix: put it on the class path, or take it out of META-INF/services/"
          + SecretProvider.class.getName();

  private ProviderFailure() {}

  /** Returns what to throw where the provider was asked for a secret. */
  static UnresolvedSecretException of(SecretRequest request, String provider, Throwable thrown) {
    return new UnresolvedSecretException(
        List.of(request.name()),
        request.name() + " from " + provider + " cannot be used: " + reason(thrown),
        cause(thrown));
  }

  /** Returns what to throw where a provider could not even be set up. */
  static SecretsException of(String provider, Throwable thrown) {
    return new SecretsException(provider + " cannot be used: " + reason(thrown), cause(thrown));
  }

  /** Returns what to throw where a provider on the class path cannot be made. */
  static SecretsException ofService(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return new SecretsException(
        "a provider on the class path cannot be made: "
            + thrown.getMessage()
            + (cause == null || isUnfit(cause) ? UNLISTED : ": " + reason(cause)),
        cause(cause == null ? thrown : cause));
  }

  /** Says whether the class is not there or is no provider, as opposed to one that fails. */
  private static boolean isUnfit(Throwable cause) {
    return cause instanceof ClassNotFoundException || cause instanceof ClassCastException;
  }

  private static String reason(Throwable thrown) {
    if (thrown instanceof SecretsException) {
      return String.valueOf(thrown.getMessage()); // ours, of another provider or program
    }
    return thrown instanceof SecretProviderException e
        ? e.getMessage() + "\n  fix: " + e.fix()
        : "it threw "
            + types(thrown)
            + "\n  fix: mend the provider, or let it throw a SecretProviderException that says how";
  }

  /** Returns the classes of what was thrown and of its causes, as messages may hold the value. */
  static String types(Throwable thrown) {
    StringBuilder types = new StringBuilder(thrown.getClass().getName());
    Throwable cause = thrown.getCause();
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      types.append(", caused by ").append(cause.getClass().getName());
      cause = cause.getCause();
    }
    return types.toString();
  }

  private static Throwable cause(Throwable thrown) {
    if (thrown instanceof SecretProviderException || thrown instanceof SecretsException) {
      return thrown;
    }
    return place(thrown);
  }

  /** Returns an exception that tells where something was thrown, and no message of it. */
  static Throwable place(Throwable thrown) {
    Throwable place = new SecretsException(types(thrown));
    place.setStackTrace(thrown.getStackTrace());
    return place;
  }
}
