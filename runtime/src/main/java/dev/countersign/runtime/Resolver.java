package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the providers for a secret, in order of precedence. */
final class Resolver {
  private final Environment environment;
  private final Catalog catalog;
  private final List<SecretProvider> providers;

  Resolver(Environment environment, Catalog catalog, List<SecretProvider> providers) {
    this.environment = environment;
    this.catalog = catalog;
    this.providers = List.copyOf(providers);
  }

  /** Returns a resolver that asks the map alone, and takes every name for declared. */
  static Resolver of(Map<String, String> values) {
    return new Resolver(
        Environment.of(EnvironmentType.LOCAL),
        Catalog.open(),
        List.<SecretProvider>of(new MapProvider(values, "the map given to Secrets.of")));
  }

  Environment environment() {
    return environment;
  }

  SecretValue get(String name) {
    Declaration declaration = catalog.require(name);
    SecretValue value = ask(declaration);
    if (value == null) {
      throw report().missing(declaration).exception();
    }
    return value;
  }

  @Nullable SecretValue find(String name) {
    return ask(catalog.require(name));
  }

  UnresolvedSecretException misfit(String name, SecretValue value, String problem) {
    return report().malformed(catalog.require(name), value.source(), problem).exception();
  }

  /** Reports every secret that must be there and is not, and every one that is damaged. */
  Report absences() {
    Report report = report();
    for (Declaration declaration : catalog.declarations()) {
      if (declaration.neededIn(environment.type())) {
        requirePresence(declaration, report);
      } else if (declaration.optional()) {
        requireSoundness(declaration, report);
      }
    }
    return report;
  }

  private void requirePresence(Declaration declaration, Report report) {
    try {
      if (ask(declaration) == null) {
        report.missing(declaration);
      }
    } catch (SecretsException e) {
      report.failed(declaration, e);
    }
  }

  /** Damage is told of an optional secret too: the deploy gate stops at it. */
  private void requireSoundness(Declaration declaration, Report report) {
    try {
      ask(declaration);
    } catch (SecretsException e) {
      report.failed(declaration, e);
    }
  }

  void verify() {
    Report report = report();
    for (Declaration declaration : catalog.declarations()) {
      verify(declaration, report);
    }
    report.throwIfAny();
  }

  private void verify(Declaration declaration, Report report) {
    try {
      SecretValue value = ask(declaration);
      if (value != null) {
        report.hold(declaration, value);
      } else if (declaration.neededIn(environment.type())) {
        report.missing(declaration);
      }
    } catch (SecretsException e) {
      report.failed(declaration, e);
    }
  }

  private @Nullable SecretValue ask(Declaration declaration) {
    SecretRequest request = request(declaration);
    for (SecretProvider provider : providers) {
      SecretValue value = provider.find(request);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private SecretRequest request(Declaration declaration) {
    return new SecretRequest(declaration.name().value(), declaration.env(), environment);
  }

  private Report report() {
    return new Report(environment, catalog, providers);
  }
}
