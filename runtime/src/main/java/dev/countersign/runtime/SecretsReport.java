package dev.countersign.runtime;

import dev.countersign.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with every secret of a program at one moment: for a health endpoint, a log, a test.
 * Holds names, places and what mends them, which is more than strangers should read, and no value.
 */
public final class SecretsReport {
  private final Environment environment;
  private final List<ReportedSecret> secrets;
  private final @Nullable Throwable cause;

  SecretsReport(Environment environment, List<ReportedSecret> secrets, @Nullable Throwable cause) {
    this.environment = environment;
    this.secrets = List.copyOf(secrets);
    this.cause = cause;
  }

  /** Returns where the program runs. */
  public Environment environment() {
    return environment;
  }

  /** Returns every secret that a manifest declares or a class uses, in order of name. */
  public List<ReportedSecret> secrets() {
    return secrets;
  }

  /** Says whether nothing is wrong with any. */
  public boolean isSound() {
    return problems().isEmpty();
  }

  /** Returns the secrets with which something is wrong, in order of name. */
  public List<ReportedSecret> problems() {
    List<ReportedSecret> problems = new ArrayList<>();
    for (ReportedSecret secret : secrets) {
      if (!secret.status().isSound()) {
        problems.add(secret);
      }
    }
    return problems;
  }

  /** Throws what names every problem, if there is any. */
  void throwIfUnsound() {
    if (!isSound()) {
      throw exception();
    }
  }

  UnresolvedSecretException exception() {
    List<String> names = new ArrayList<>();
    for (ReportedSecret problem : problems()) {
      names.add(problem.name());
    }
    return new UnresolvedSecretException(names, problemText(), cause);
  }

  /** Returns every problem with what mends it, for an exception or a warning. */
  String problemText() {
    List<String> texts = new ArrayList<>();
    for (ReportedSecret secret : problems()) {
      texts.add(String.valueOf(secret.problem()));
    }
    String all = String.join("\n", texts);
    return texts.size() == 1
        ? all
        : texts.size() + " secrets are not usable in " + environment + "\n" + all;
  }

  /**
   * Returns the report as JSON: {@code environment}, {@code sound}, and {@code secrets} with {@code
   * name}, {@code status}, and where there are any {@code source}, {@code users}, {@code problem}.
   */
  public String toJson() {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("environment").string(environment.toString());
    json.key("sound").flag(isSound());
    json.key("secrets").begin('[');
    for (ReportedSecret secret : secrets) {
      write(secret, json.element().begin('{'));
    }
    return json.end().end().finish();
  }

  private static void write(ReportedSecret secret, JsonWriter json) {
    json.key("name").string(secret.name());
    json.key("status").string(secret.status().toString());
    if (secret.source() != null) {
      json.key("source").string(secret.source());
    }
    if (!secret.users().isEmpty()) {
      json.key("users").strings(secret.users());
    }
    if (secret.problem() != null) {
      json.key("problem").string(secret.problem());
    }
    json.end();
  }

  /** Returns a line for each secret, and then every problem with what mends it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("secrets of ").append(environment);
    for (ReportedSecret secret : secrets) {
      text.append("\n  ").append(secret);
    }
    return isSound() ? text.toString() : text.append('\n').append(problemText()).toString();
  }
}
