package dev.countersign.processor;

import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** How much a missing value matters in this build. */
enum MissingPolicy {
  WARNING(Diagnostic.Kind.WARNING),
  ERROR(Diagnostic.Kind.ERROR),
  NOTE(Diagnostic.Kind.NOTE),
  OFF(null);

  static final String ALLOWED = "warning, error, note or off";

  private final Diagnostic.@Nullable Kind severity;

  MissingPolicy(Diagnostic.@Nullable Kind severity) {
    this.severity = severity;
  }

  /** Returns the policy that an option names, or empty if it names none. */
  static Optional<MissingPolicy> find(String text) {
    for (MissingPolicy policy : values()) {
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
