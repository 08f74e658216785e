package dev.countersign.runtime;

import dev.countersign.runtime.value.MisfitException;
import dev.countersign.runtime.value.TypedText;
import dev.countersign.runtime.value.Values;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;

/**
 * How the value of a secret becomes the type of a site. Generated code names conversions;
 * applications have {@link Secrets}.
 *
 * @param <T> the type
 */
public final class Conversion<T> {
  private final String name;
  private final Class<T> type;

  private Conversion(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  public static Conversion<SecretValue> value() {
    return new Conversion<>("SecretValue", SecretValue.class);
  }

  public static Conversion<String> text() {
    return new Conversion<>("String", String.class);
  }

  public static Conversion<char[]> chars() {
    return new Conversion<>("char[]", char[].class);
  }

  public static Conversion<byte[]> bytes() {
    return new Conversion<>("byte[]", byte[].class);
  }

  public static Conversion<URI> uri() {
    return new Conversion<>("URI", URI.class);
  }

  public static Conversion<Integer> integer() {
    return new Conversion<>("Integer", Integer.class);
  }

  public static Conversion<Long> longInteger() {
    return new Conversion<>("Long", Long.class);
  }

  public static Conversion<Boolean> bool() {
    return new Conversion<>("Boolean", Boolean.class);
  }

  public static Conversion<Duration> duration() {
    return new Conversion<>("Duration", Duration.class);
  }

  public static Conversion<Path> path() {
    return new Conversion<>("Path", Path.class);
  }

  public static Conversion<PrivateKey> privateKey() {
    return new Conversion<>("PrivateKey", PrivateKey.class);
  }

  public static Conversion<X509Certificate> certificate() {
    return new Conversion<>("X509Certificate", X509Certificate.class);
  }

  /** Returns the conversion to the constant that is spelt exactly as the value. */
  public static <E extends Enum<E>> Conversion<E> constant(Class<E> type) {
    return new Conversion<>("enum", type);
  }

  /** Says whether what it makes can be overwritten or closed, so that each caller has its own. */
  boolean isOfOne() {
    return type == SecretValue.class || type.isArray();
  }

  /**
   * Converts a value, and wipes it if what it becomes is another object; what cannot be is told by
   * the name, never with the value.
   */
  T of(Secrets secrets, String secret, SecretValue value) {
    try {
      Object converted = convert(value);
      if (converted != value) {
        value.close();
      }
      return type.cast(converted);
    } catch (MisfitException e) {
      throw secrets.misfit(secret, value, String.valueOf(e.getMessage()));
    }
  }

  private Object convert(SecretValue value) throws MisfitException {
    return switch (name) {
      case "SecretValue" -> value;
      case "char[]" -> value.revealChars();
      case "byte[]" -> value.revealBytes();
      case "String" -> value.reveal();
      case "enum" -> Values.constant(type, value.reveal());
      default -> TypedText.parse(name, value.reveal());
    };
  }
}
