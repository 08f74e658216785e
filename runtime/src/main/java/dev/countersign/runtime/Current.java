package dev.countersign.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A site that is a {@code Supplier}: gives what the secret is in the snapshot that counts when it
 * is asked. It converts once a snapshot, and otherwise costs the read of one volatile number.
 *
 * @param <T> the type that a value is converted to
 * @param <R> what the site gives: the type itself, or an {@code Optional} of it
 */
abstract class Current<T, R> implements Supplier<R> {
  final Secrets secrets;
  final String name;
  private final Conversion<T> conversion;
  private @Nullable Held<R> held; // without a lock: what it refers to never changes

  Current(Secrets secrets, String name, Conversion<T> conversion) {
    this.secrets = secrets;
    this.name = name;
    this.conversion = conversion;
  }

  @Override
  public final R get() {
    Held<R> last = held;
    if (last == null || last.generation != secrets.generation()) {
      last = hold();
    }
    R given = last.given;
    return given == null ? again(last) : given;
  }

  /** Asks for the number first, so that what is held is at least as new as it says. */
  private Held<R> hold() {
    int generation = secrets.generation();
    Held<R> now = held(generation);
    held = now;
    return now;
  }

  /** Returns what the secret is now. */
  abstract Held<R> held(int generation);

  /** Returns a converted value as the site gives it. */
  abstract R wrap(T converted);

  /** Returns what a value comes to: one conversion, or one for each caller. */
  final Held<R> held(int generation, SecretValue value) {
    if (conversion.isOfOne()) {
      return Held.toEachItsOwn(generation, value);
    }
    try (value) {
      return Held.toAll(generation, convert(value));
    }
  }

  private R convert(SecretValue value) {
    return wrap(conversion.of(secrets, name, value));
  }

  private R again(Held<R> last) {
    SecretValue kept = last.kept;
    if (kept == null) {
      throw new IllegalStateException(name + " is held neither whole nor as a value");
    }
    return convert(SecretValue.sealed(name, new Kept(kept)));
  }

  /** Returns a text without the value. */
  @Override
  public final String toString() {
    return "Supplier[" + name + "]";
  }

  /** What a site has of one snapshot: what it gives to all, or what it makes anew for each. */
  static final class Held<R> {
    private final int generation;
    private final @Nullable R given;
    private final @Nullable SecretValue kept;

    private Held(int generation, @Nullable R given, @Nullable SecretValue kept) {
      this.generation = generation;
      this.given = given;
      this.kept = kept;
    }

    static <R> Held<R> toAll(int generation, R given) {
      return new Held<>(generation, given, null);
    }

    static <R> Held<R> toEachItsOwn(int generation, SecretValue kept) {
      return new Held<>(generation, null, kept);
    }
  }

  /** Opens a caller's own value by way of the one that is kept, which is opened once. */
  private record Kept(SecretValue value) implements SecretValue.Opener {
    @Override
    public byte[] open() {
      return value.revealBytes();
    }

    @Override
    public String source() {
      return value.source();
    }
  }
}
