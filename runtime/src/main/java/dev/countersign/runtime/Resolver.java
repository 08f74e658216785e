package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the providers for a secret, in order of precedence. */
final class Resolver {
  private final Environment environment;
  private final Catalog catalog;
  private final List<SecretProvider> providers;
  private final Log log;

  Resolver(Environment environment, Catalog catalog, List<SecretProvider> providers) {
    this(environment, catalog, providers, Log.ofWarnings());
  }

  Resolver(Environment environment, Catalog catalog, List<SecretProvider> providers, Log log) {
    this.environment = environment;
    this.catalog = catalog;
    this.providers = List.copyOf(providers);
    this.log = log;
  }

  /** Returns a resolver that asks the map alone, and takes every name for declared. */
  static Resolver of(Map<String, String> values) {
    return new Resolver(
        Environment.of(EnvironmentType.LOCAL),
        Catalog.open(),
        List.<SecretProvider>of(new MapProvider(values, "the map given to Secrets.of")));
  }

  static SecretRequest request(Declaration declaration, Environment environment) {
    return new SecretRequest(declaration.name().value(), declaration.env(), environment);
  }

  Environment environment() {
    return environment;
  }

  SecretValue get(String name) {
    Declaration declaration = catalog.require(name);
    SecretValue value = resolve(declaration);
    if (value == null) {
      throw report().missing(declaration).exception();
    }
    return value;
  }

  @Nullable SecretValue find(String name) {
    return resolve(catalog.require(name));
  }

  /**
   * Makes sure that a name is declared.
   *
   * @throws UnresolvedSecretException if it is not
   */
  void requireDeclared(String name) {
    catalog.require(name);
  }

  /** Wipes what was read only for this snapshot, which nobody was given. */
  void wipe() {
    for (SecretProvider provider : providers) {
      if (provider instanceof RememberingProvider remembering) {
        remembering.wipe();
      }
    }
  }

  UnresolvedSecretException misfit(String name, SecretValue value, String problem) {
    return misfit(catalog.require(name), value, problem);
  }

  UnresolvedSecretException misfit(Declaration declaration, SecretValue value, String problem) {
    return report().malformed(declaration, value.source(), problem).exception();
  }

  Explanation explain(String name) {
    Declaration declaration = catalog.require(name);
    return new Explainer(declaration, request(declaration, environment)).explain(providers);
  }

  /** Says whether a report would find nothing wrong, in less time than it takes to make one. */
  boolean isComplete() {
    if (!catalog.declaresAllUses()) {
      return false;
    }
    for (Declaration declaration : catalog.declarations()) {
      if (!isComplete(declaration)) {
        return false;
      }
    }
    return true;
  }

  private boolean isComplete(Declaration declaration) {
    try {
      return !isFollowed(declaration)
          || ask(declaration) != null
          || !declaration.neededIn(environment.type());
    } catch (SecretsException e) {
      return false;
    }
  }

  /** Reports what is there and what is not, without opening any. Damage is told all the same. */
  SecretsReport presence() {
    return report(false);
  }

  /** Reports what is usable: opens every value and holds it against its declaration and sites. */
  SecretsReport soundness() {
    return report(true);
  }

  /**
   * Opens every value.
   *
   * @throws UnresolvedSecretException naming all that are not usable
   */
  void verify() {
    soundness().throwIfUnsound();
  }

  private SecretsReport report(boolean opening) {
    Report report = report();
    for (SecretName name : catalog.names()) {
      Declaration declaration = catalog.find(name);
      if (declaration == null) {
        report.undeclared(name);
      } else {
        report(declaration, report, opening);
      }
    }
    return report.done();
  }

  private void report(Declaration declaration, Report report, boolean opening) {
    if (!opening && !isFollowed(declaration)) {
      return; // of other types: nothing depends on it
    }
    try {
      SecretValue value = ask(declaration);
      if (value == null) {
        report.absent(declaration);
      } else if (opening) {
        report.hold(declaration, value);
      } else {
        report.present(declaration, value);
      }
    } catch (SecretsException e) {
      report.failed(declaration, e);
    }
  }

  /** Returns the declarations of all that the program may depend on here. */
  List<Declaration> followed() {
    List<Declaration> followed = new ArrayList<>();
    for (Declaration declaration : catalog.declarations()) {
      if (isFollowed(declaration)) {
        followed.add(declaration);
      }
    }
    return followed;
  }

  private boolean isFollowed(Declaration declaration) {
    return declaration.optional() || declaration.neededIn(environment.type());
  }

  private @Nullable SecretValue resolve(Declaration declaration) {
    SecretValue value = ask(declaration);
    if (log.isDetailed()) {
      log.detail(declaration.name() + (value == null ? " not found" : " from " + value.source()));
    }
    return value == null ? null : DeclaredValue.of(value, declaration, this);
  }

  /** Returns the first answer, or null if there is none. */
  @Nullable SecretValue ask(Declaration declaration) {
    SecretRequest request = request(declaration, environment);
    for (SecretProvider provider : providers) {
      SecretValue value = provider.find(request);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  Report report() {
    return new Report(environment, catalog, providers);
  }
}
