package dev.countersign.runtime.age;

/** None of the identities given, or not this passphrase, opens the file. Try the next one. */
public final class WrongIdentityException extends Exception {
  private static final long serialVersionUID = 1L;

  WrongIdentityException(String message) {
    super(message);
  }
}
