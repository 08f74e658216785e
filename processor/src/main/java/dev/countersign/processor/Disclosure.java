package dev.countersign.processor;

import java.util.Optional;

/**
 * A plaintext, and where it goes.
 *
 * @param secret the name of the secret, or empty if the source does not say
 * @param origin how the source gets the plaintext
 * @param expression the expression to write instead, for {@link Origin#REVEALED}, or the site and
 *     what to make of it, for {@link Origin#PLAIN_SITE}; empty if it is not a plain name
 * @param goal where it goes: {@code to a logger}
 */
public record Disclosure(Optional<String> secret, Origin origin, String expression, String goal) {
  private static final String REDACTED = "prints as SecretValue[redacted]";

  /** How a source gets a plaintext. */
  public enum Origin {
    /** One of the {@code reveal} methods of a value. */
    REVEALED,
    /** A site that is filled with the plaintext, such as a {@code String}. */
    PLAIN_SITE
  }

  Report leak(Place place) {
    return Report.of(Code.LEAK, place.site(), subject() + " is revealed " + goal).fix(saferForm());
  }

  Report concatenation(Place place) {
    return Report.of(Code.LEAK, place.site(), subject() + " becomes part of a text")
        .fix(saferForm() + ", or where the plaintext is meant: \"…\".concat(…)");
  }

  private String subject() {
    return secret.orElse("a secret");
  }

  private String saferForm() {
    if (expression.isEmpty()) {
      return "use the SecretValue itself, which " + REDACTED;
    }
    return origin == Origin.PLAIN_SITE
        ? "make " + expression + ", which " + REDACTED
        : "write " + expression + " without reveal, which " + REDACTED;
  }
}
