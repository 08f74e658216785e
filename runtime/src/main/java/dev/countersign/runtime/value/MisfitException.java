package dev.countersign.runtime.value;

/**
 * A text is not of the type that was asked for. The message is the end of a sentence that starts
 * with the name of the secret, and says what was expected. It never holds any part of the text, and
 * there is no cause: exceptions of the JDK quote their input.
 */
public final class MisfitException extends Exception {
  private static final long serialVersionUID = 1L;

  MisfitException(String message) {
    super(message);
  }
}
