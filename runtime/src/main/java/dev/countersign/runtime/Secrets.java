package dev.countersign.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a running program: built once, in {@code main}, and handed to what needs them.
 *
 * <p>Values are opened when first revealed. What is read, is read of a snapshot: it stays the same
 * until {@link #reload}, or an interval given to {@link SecretsBuilder#refresh}, puts a newer one
 * in its place. What was injected or handed out before never changes, but {@code Supplier} sites
 * do. Safe for use by several threads.
 */
public final class Secrets implements AutoCloseable {
  private final Modules modules;
  private final @Nullable Setup setup;
  private final @Nullable Secrets origin;
  private final Object lock = new Object();
  private @Nullable Rotation rotation;
  private volatile Resolver resolver;
  private volatile int generation;

  Secrets(Resolver resolver, Modules modules) {
    this(resolver, modules, null, null);
  }

  /**
   * Makes secrets.
   *
   * @param setup where new snapshots come from, or null if there are none
   * @param rotation what takes them, or null to have it made when somebody asks for one
   */
  Secrets(Resolver resolver, Modules modules, @Nullable Setup setup, @Nullable Rotation rotation) {
    this.resolver = resolver;
    this.modules = modules;
    this.setup = setup;
    this.rotation = rotation;
    this.origin = null;
  }

  /** Makes secrets of the snapshot that counts now, to read several that belong together. */
  private Secrets(Secrets origin) {
    this.resolver = origin.resolver;
    this.modules = origin.modules;
    this.setup = null;
    this.origin = origin;
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
   * tests of applications. Every name counts as declared, so {@link #verify} and {@link #report}
   * have nothing to say; {@link #inject} and {@link #create} tell what the map lacks.
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
    modules.inject(target, new Secrets(this));
  }

  /**
   * Fills the static {@code @Secret} fields of a class, not those of its parents.
   *
   * @throws UnresolvedSecretException if a value is missing; earlier fields may have been filled
   * @throws SecretsException if the class was compiled without the processor
   */
  public void inject(Class<?> type) {
    modules.injectStatic(type, new Secrets(this));
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
    return modules.create(type, new Secrets(this));
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
   * throwing.
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

  /**
   * Reads everything anew, now: for programs that are told when to, by a signal or a test.
   * Listeners are called before it returns.
   *
   * @throws SecretsException if what is there now cannot be used; what was there before then stays
   * @throws IllegalStateException if the secrets were closed
   */
  public void reload() {
    Rotation all = rotation();
    all.requireOpen();
    all.reload(this);
  }

  /**
   * Calls a listener each time that a secret has another value, or has one again, or none any more.
   * The new value is there by then, for every thread. Listeners are called one after another, by
   * the thread that reads anew, in the order they were given; what one throws is logged, without
   * its message, and stops no other. While there is a listener, refreshing goes on until {@link
   * #close}.
   *
   * @return what ends it
   * @throws UnresolvedSecretException if the secret is not declared
   * @throws IllegalStateException if the secrets were closed
   */
  public Registration onChange(String name, Runnable listener) {
    resolver.requireDeclared(name);
    return rotation().add(this, name, Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Ends refreshing: nothing is read anew from now on, and no further listener is called. Waits for
   * nothing, so a listener may close too. Values that were handed out stay as they are, and this
   * still answers, with what it had last: shutting down may need a secret. Closing again does
   * nothing.
   */
  @Override
  public void close() {
    rotation().close();
  }

  /** Reads everything anew at each interval. */
  void refresh(Duration interval) {
    rotation().start(this, interval);
  }

  /** Reads everything anew; what stands in the way goes to the log. */
  void refresh() {
    rotation().refresh(this);
  }

  void forget(Listener listener) {
    rotation().remove(listener);
  }

  private Rotation rotation() {
    synchronized (lock) {
      Rotation present = rotation;
      if (present == null) {
        present = new Rotation(setup == null ? null : new Snapshots(setup));
        rotation = present;
      }
      return present;
    }
  }

  /** Puts a newer snapshot in place; only then the number by which sites notice that values did. */
  void take(Resolver next, boolean isChanged) {
    int before = generation; // nobody else writes it
    resolver = next;
    if (isChanged) {
      generation = before + 1;
    }
  }

  Resolver resolver() {
    return resolver;
  }

  /** Returns what sites ask that see later snapshots too. */
  Secrets origin() {
    return origin == null ? this : origin;
  }

  /** Returns the number of times that values have changed. */
  int generation() {
    return generation;
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
