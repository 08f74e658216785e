package dev.countersign.runtime;

import java.util.Map;
import java.util.Optional;

/**
 * The secrets of a running program: built once, in {@code main}, and handed to what needs them.
 *
 * <p>Values are opened when first revealed. Safe for use by several threads.
 */
public final class Secrets {
  private final Modules modules;
  private volatile Resolver resolver;

  Secrets(Resolver resolver, Modules modules) {
    this.resolver = resolver;
    this.modules = modules;
  }

  /**
   * Finds the environment, the manifests and the store, and checks that every secret the program
   * needs is present; opens none. In {@code local} an absent secret is one logged warning and stops
   * only what uses it.
   *
   * <p>Present is not openable: call {@link #verify} to open all of them.
   *
   * @throws UnresolvedSecretException if secrets are absent outside {@code local}; names all
   * @throws SecretsException if no environment was chosen, or a file cannot be used
   */
  public static Secrets load() {
    return builder().load();
  }

  /** Returns what loads secrets with choices of the program's own, and with its own providers. */
  public static SecretsBuilder builder() {
    return new SecretsBuilder();
  }

  /**
   * Returns secrets that come from a map and nowhere else: no files, no environment, no keys. For
   * tests of applications.
   *
   * @throws IllegalArgumentException if a key of the map is not the name of a secret
   */
  public static Secrets of(Map<String, String> values) {
    return new Secrets(Resolver.of(values), Modules.find());
  }

  /**
   * Returns the value of a secret, still sealed if it comes from the store.
   *
   * @throws UnresolvedSecretException if it is not declared or has no value
   */
  public SecretValue get(String name) {
    return resolver.get(name);
  }

  /**
   * Returns the value of a secret, or empty if it has none.
   *
   * @throws UnresolvedSecretException if it is not declared
   */
  public Optional<SecretValue> find(String name) {
    return Optional.ofNullable(resolver.find(name));
  }

  /**
   * Fills the {@code @Secret} fields of an object, those of its parents included.
   *
   * <p>Not for the constructor of a class meant for extension: the fields of the subclass would be
   * overwritten by their initializers.
   *
   * @throws UnresolvedSecretException if a value is missing; earlier fields may have been filled
   * @throws SecretsException if a class with {@code @Secret} was compiled without the processor
   */
  public void inject(Object target) {
    modules.inject(target, this);
  }

  /**
   * Fills the static {@code @Secret} fields of a class, not those of its parents.
   *
   * @throws UnresolvedSecretException if a value is missing; earlier fields may have been filled
   * @throws SecretsException if the class was compiled without the processor
   */
  public void inject(Class<?> type) {
    modules.injectStatic(type, this);
  }

  /**
   * Makes an instance of a {@code @SecretSet}, or of a class whose constructor takes secrets and
   * nothing else. A constructor that takes more has a generated factory instead. Fields are not
   * filled: that is what {@link #inject(Object)} is for.
   *
   * @throws UnresolvedSecretException if a value is missing or is not of the type of its site
   * @throws SecretsException if the type is neither, or was compiled without the processor
   */
  public <T> T create(Class<T> type) {
    return modules.create(type, this);
  }

  /**
   * Opens every secret that the program needs and holds it against its declaration and against the
   * type of each site that takes it.
   *
   * @throws UnresolvedSecretException naming every secret that is missing, malformed or cannot be
   *     opened, each with its users, the sources asked and the command that mends it
   */
  public void verify() {
    resolver.verify();
  }

  /**
   * Opens every secret, as {@link #verify} does, and returns how it stands with each instead of
   * throwing. Each call asks every provider again.
   */
  public SecretsReport report() {
    return resolver.soundness();
  }

  /**
   * Returns what {@link #load} checks: whether each secret is there. Opens nothing, so that a
   * health endpoint can ask often; a value that is there may still not open.
   */
  public SecretsReport presence() {
    return resolver.presence();
  }

  /**
   * Returns why a secret has the value it has: which providers were asked and what each said. Asks
   * all of them, opens nothing that is sealed, and tells no value.
   *
   * @throws UnresolvedSecretException if it is not declared
   */
  public Explanation explain(String name) {
    return resolver.explain(name);
  }

  /** Returns what to throw where a value is not of the type that a site takes. */
  UnresolvedSecretException misfit(String name, SecretValue value, String problem) {
    return resolver.misfit(name, value, problem);
  }

  /** Returns a text without names or values. */
  @Override
  public String toString() {
    return "Secrets[" + resolver.environment() + "]";
  }
}
