package dev.countersign.runtime.value;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The types that are written in one line. Nothing is trimmed, and nothing is taken for another. */
public final class Values {
  private Values() {}

  /** Returns an absolute URI, such as {@code postgres://host/db}. */
  public static URI uri(String text) throws MisfitException {
    try {
      URI uri = new URI(text);
      if (uri.isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below, without the text that it quotes
    }
    throw new MisfitException("is not an absolute URI, such as https://example.com/path");
  }

  /** Returns a number of 32 bits. */
  public static int integer(String text) throws MisfitException {
    return (int) number(text, 32);
  }

  /** Returns a number of 64 bits. */
  public static long longInteger(String text) throws MisfitException {
    return number(text, 64);
  }

  /** Returns what {@code true} or {@code false} says, in letters of either case. */
  public static boolean bool(String text) throws MisfitException {
    boolean isTrue = text.equalsIgnoreCase("true");
    if (!isTrue && !text.equalsIgnoreCase("false")) {
      throw new MisfitException("is neither true nor false");
    }
    return isTrue;
  }

  /** Returns a path of this system's file system. */
  public static Path path(String text) throws MisfitException {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // told below, without the text that it quotes
    }
    throw new MisfitException("is not a path of this system");
  }

  /** Returns the constant that is spelt exactly so. */
  public static <E> E constant(Class<E> type, String text) throws MisfitException {
    E[] constants = type.getEnumConstants();
    StringBuilder names = new StringBuilder();
    for (E constant : constants) {
      String name = ((Enum<?>) constant).name();
      if (name.equals(text)) {
        return constant;
      }
      names.append(names.length() == 0 ? "" : ", ").append(name);
    }
    throw new MisfitException("is not a constant of " + type.getSimpleName() + ": " + names);
  }

  private static long number(String text, int bits) throws MisfitException {
    if (!Texts.isInteger(text)) {
      throw new MisfitException("is not a whole number in digits");
    }
    if (text.length() <= 64) { // however many zeros it starts with
      BigInteger number = new BigInteger(text);
      if (number.bitLength() < bits) {
        return number.longValue();
      }
    }
    throw new MisfitException("is a number that does not fit into " + bits + " bits");
  }
}
