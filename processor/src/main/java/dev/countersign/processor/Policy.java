package dev.countersign.processor;

import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** How much it matters in this build that a rule is broken. */
enum Policy {
  WARNING(Diagnostic.Kind.WARNING),
  ERROR(Diagnostic.Kind.ERROR),
  NOTE(Diagnostic.Kind.NOTE),
  OFF(null);

  static final String ALLOWED = "warning, error, note or off";

  private final Diagnostic.@Nullable Kind severity;

  Policy(Diagnostic.@Nullable Kind severity) {
    this.severity = severity;
  }

  /** Returns the policy that an option names, or empty if it names none. */
  static Optional<Policy> find(String text) {
    for (Policy policy : values()) {
      if (policy.id().equals(text)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /** Returns the severity, or empty if nothing is reported. */
  Optional<Diagnostic.Kind> severity() {
    return Optional.ofNullable(severity);
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
