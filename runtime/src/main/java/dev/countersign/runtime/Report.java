package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.declaration.ValueRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects how it stands with secrets, to tell all of it at once. Never holds a value. */
final class Report {
  private static final String NEXT =
      ", then pack the store into the application or set COUNTERSIGN_ROOT";

  private final Environment environment;
  private final Catalog catalog;
  private final List<SecretProvider> providers;
  private final List<ReportedSecret> secrets = new ArrayList<>();
  private @Nullable Throwable cause;

  Report(Environment environment, Catalog catalog, List<SecretProvider> providers) {
    this.environment = environment;
    this.catalog = catalog;
    this.providers = providers;
  }

  /** Adds a secret without a value, which is a problem if the program needs one. */
  void absent(Declaration declaration) {
    if (declaration.neededIn(environment.type())) {
      missing(declaration);
    } else {
      add(declaration, SecretStatus.ABSENT, null, null);
    }
  }

  Report missing(Declaration declaration) {
    String fact =
        declaration.types().contains(environment.type())
            ? " has no value for " + environment
            : " is declared for " + types(declaration) + " only, and this is " + environment;
    String asked = "\n  asked: " + String.join(", ", asked(declaration));
    String text = declaration.name() + fact + users(declaration) + asked;
    return add(declaration, SecretStatus.MISSING, null, text + "\n  fix: " + fix(declaration));
  }

  /** Adds a value that nobody opens. */
  void present(Declaration declaration, SecretValue value) {
    value.close();
    add(declaration, SecretStatus.PRESENT, value.source(), null);
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
    if (problem == null) {
      add(declaration, SecretStatus.USABLE, value.source(), null);
    } else {
      malformed(declaration, value.source(), problem);
    }
  }

  /**
   * Adds a value that is not what it must be.
   *
   * @param problem the end of the sentence, without any part of the value
   */
  Report malformed(Declaration declaration, String source, String problem) {
    String text = declaration.name() + " from " + source + " " + problem + users(declaration);
    String fix = SourceRemedy.of(declaration, environment, source);
    return add(declaration, SecretStatus.MALFORMED, source, text + "\n  fix: " + fix);
  }

  /** Adds a failure that already tells its own story. */
  void failed(Declaration declaration, SecretsException e) {
    if (cause == null) {
      cause = e;
    }
    String story = String.valueOf(e.getMessage());
    int fix = story.contains("\n  fix: ") ? story.indexOf("\n  fix: ") : story.length();
    String text = story.substring(0, fix) + users(declaration) + story.substring(fix);
    add(declaration, SecretStatus.UNUSABLE, null, text);
  }

  /** Adds a use of a name that nothing declares. */
  void undeclared(SecretName name) {
    Declaration none = Declaration.of(name);
    add(
        none,
        SecretStatus.UNDECLARED,
        null,
        name
            + " is used, and no manifest declares it"
            + users(none)
            + "\n  fix: secret declare "
            + name
            + ", then compile again what uses it");
  }

  private Report add(
      Declaration declaration,
      SecretStatus status,
      @Nullable String source,
      @Nullable String problem) {
    List<String> users = catalog.users(declaration.name());
    String name = declaration.name().value();
    secrets.add(new ReportedSecret(name, status, source, users, problem));
    return this;
  }

  SecretsReport done() {
    return new SecretsReport(environment, secrets, cause);
  }

  UnresolvedSecretException exception() {
    return done().exception();
  }

  private String fix(Declaration declaration) {
    return providers.size() == 1 && providers.get(0) instanceof MapProvider
        ? "put it into the map"
        : Remedy.missing(declaration, environment) + (lacksStore(declaration) ? NEXT : "");
  }

  /** Says whether a value that was set would still not be found, as there is no store here. */
  private boolean lacksStore(Declaration declaration) {
    return !declaration.external().contains(environment.type())
        && environment.type() != EnvironmentType.LOCAL
        && skippedStore() != null;
  }

  private @Nullable SkippedProvider skippedStore() {
    for (SecretProvider provider : providers) {
      if (provider instanceof SkippedProvider store && store.name().equals(StoreProvider.NAME)) {
        return store;
      }
    }
    return null;
  }

  private String users(Declaration declaration) {
    List<String> users = catalog.users(declaration.name());
    return users.isEmpty() ? "" : "\n  used by: " + String.join(", ", users);
  }

  private List<String> asked(Declaration declaration) {
    SecretRequest request = Resolver.request(declaration, environment);
    List<String> asked = new ArrayList<>();
    for (SecretProvider provider : providers) {
      asked.addAll(provider.sources(request));
    }
    SkippedProvider store = skippedStore();
    if (store != null) {
      asked.add(store.name() + " (" + store.reason() + ")"); // the likeliest cause
    }
    return asked;
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
