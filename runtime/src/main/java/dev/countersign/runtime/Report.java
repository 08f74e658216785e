package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.declaration.ValueRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with secrets, to tell all of it at once. Never holds a value. */
final class Report {
  private final Environment environment;
  private final Catalog catalog;
  private final List<SecretProvider> providers;
  private final List<String> names = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Throwable cause;

  Report(Environment environment, Catalog catalog, List<SecretProvider> providers) {
    this.environment = environment;
    this.catalog = catalog;
    this.providers = providers;
  }

  Report missing(Declaration declaration) {
    String fact =
        declaration.types().contains(environment.type())
            ? " has no value for " + environment
            : " is declared for " + types(declaration) + " only, and this is " + environment;
    return add(
        declaration,
        fact + users(declaration) + asked(declaration) + "\n  fix: " + fix(declaration));
  }

  /** Opens a value, holds it against its declaration and its sites, and wipes it. */
  void hold(Declaration declaration, SecretValue value) {
    byte[] bytes = value.revealBytes();
    String problem = ValueRules.problem(declaration, bytes);
    if (problem == null) {
      problem = SiteTypes.problem(catalog.types(declaration.name()), bytes);
    }
    Arrays.fill(bytes, (byte) 0);
    value.close();
    if (problem != null) {
      malformed(declaration, value.source(), problem);
    }
  }

  /**
   * Adds a value that is not what it must be.
   *
   * @param problem the end of the sentence, without any part of the value
   */
  Report malformed(Declaration declaration, String source, String problem) {
    String fix = fix(declaration);
    return add(
        declaration, " from " + source + " " + problem + users(declaration) + "\n  fix: " + fix);
  }

  /** Adds a failure that already tells its own story. */
  void failed(Declaration declaration, SecretsException e) {
    if (cause == null) {
      cause = e;
    }
    names.add(declaration.name().value());
    problems.add(e.getMessage() + users(declaration));
  }

  private Report add(Declaration declaration, String problem) {
    names.add(declaration.name().value());
    problems.add(declaration.name() + problem);
    return this;
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  void throwIfAny() {
    if (!isEmpty()) {
      throw exception();
    }
  }

  UnresolvedSecretException exception() {
    return new UnresolvedSecretException(names, text(), cause);
  }

  String text() {
    String all = String.join("\n", problems);
    return problems.size() == 1
        ? all
        : problems.size() + " secrets are not usable in " + environment + "\n" + all;
  }

  private String fix(Declaration declaration) {
    return providers.size() == 1 && providers.get(0) instanceof MapProvider
        ? "put it into the map"
        : Remedy.missing(declaration, environment);
  }

  private String users(Declaration declaration) {
    List<String> users = catalog.users(declaration.name());
    return users.isEmpty() ? "" : "\n  used by: " + String.join(", ", users);
  }

  private String asked(Declaration declaration) {
    SecretRequest request =
        new SecretRequest(declaration.name().value(), declaration.env(), environment);
    List<String> asked = new ArrayList<>();
    for (SecretProvider provider : providers) {
      asked.addAll(provider.sources(request));
    }
    return "\n  asked: " + String.join(", ", asked);
  }

  private static String types(Declaration declaration) {
    List<String> types = new ArrayList<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      if (declaration.types().contains(type)) {
        types.add(type.id());
      }
    }
    return String.join(", ", types);
  }
}
