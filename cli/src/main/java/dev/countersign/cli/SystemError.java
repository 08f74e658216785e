package dev.countersign.cli;

import java.io.IOException;

/** The number that the system gave for a program that did not start; Java has it in words only. */
final class SystemError {
  static final int NOT_FOUND = 2;
  static final int TOO_LONG = 7;
  static final int TOO_LONG_ON_WINDOWS = 206;

  private static final String WORD = "error";

  private SystemError() {}

  /**
   * Returns the number, or 0 if the message has none: {@code error=2, No such file} on JDK 17,
   * {@code Exec failed, error: 2 (No such file)} on JDK 25. The name of the program stands before
   * it.
   */
  static int numberOf(IOException e) {
    String message = String.valueOf(e.getMessage());
    int position = message.lastIndexOf(WORD);
    if (position < 0) {
      return 0;
    }
    position += WORD.length();
    while (position < message.length() && "=: ".indexOf(message.charAt(position)) >= 0) {
      position++;
    }
    int number = 0;
    while (position < message.length() && Character.isDigit(message.charAt(position))) {
      number = number * 10 + Character.digit(message.charAt(position++), 10);
    }
    return number;
  }
}
