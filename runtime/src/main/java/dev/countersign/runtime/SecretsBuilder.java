package dev.countersign.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets up {@link Secrets} for a program that decides more than its surroundings do. What is not set
 * here is found as by {@link Secrets#load}. Not safe for use by several threads.
 */
public final class SecretsBuilder {
  private final List<GuardedProvider> providers = new ArrayList<>();
  private @Nullable String environment;
  private @Nullable Path root;
  private @Nullable Duration refresh;

  SecretsBuilder() {}

  /**
   * Chooses the environment, whatever {@code COUNTERSIGN_ENVIRONMENT} says.
   *
   * @param name a type, such as {@code prod}, or a named environment of {@code secrets.toml}
   * @throws IllegalArgumentException if the name is empty
   */
  public SecretsBuilder environment(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the name of the environment is empty");
    }
    environment = name;
    return this;
  }

  /**
   * Chooses the directory that holds {@code secrets.toml} or {@code secrets/}, whatever {@code
   * COUNTERSIGN_ROOT} says. What it holds is looked at by {@link #load()}.
   */
  public SecretsBuilder root(Path directory) {
    root = directory.toAbsolutePath();
    return this;
  }

  /**
   * Adds a provider, which is asked before those that have its {@link SecretProvider#ordinal} or a
   * lower one: of several with the same, the one given last is asked first. The default ordinal is
   * above everything that is built in.
   *
   * @throws SecretsException if it does not tell its name or its ordinal
   */
  public SecretsBuilder with(SecretProvider provider) {
    return add(GuardedProvider.of(Objects.requireNonNull(provider, "provider")));
  }

  /**
   * Adds a provider at an ordinal that takes the place of its own.
   *
   * @throws SecretsException if it does not tell its name
   */
  public SecretsBuilder with(SecretProvider provider, int ordinal) {
    return add(GuardedProvider.at(ordinal, Objects.requireNonNull(provider, "provider")));
  }

  private SecretsBuilder add(GuardedProvider provider) {
    providers.add(provider);
    return this;
  }

  /**
   * Reads everything anew at each interval, on a thread of its own: {@code Supplier} sites, {@link
   * Secrets#get} and what listens to {@link Secrets#onChange} see a value that changed when the
   * interval and the time that reading takes have passed. Where what is there cannot be used, the
   * last good values stay, and the log tells once. {@link Secrets#close} ends it.
   *
   * @throws IllegalArgumentException if the interval is not longer than nothing
   */
  public SecretsBuilder refresh(Duration interval) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("the interval is not longer than nothing: " + interval);
    }
    refresh = interval;
    return this;
  }

  /**
   * Loads, as {@link Secrets#load} does.
   *
   * @throws UnresolvedSecretException if secrets are absent outside {@code local}; names all
   * @throws SecretsException if no environment was chosen, or a file or provider cannot be used
   */
  public Secrets load() {
    return load(Host.current(), Modules.find());
  }

  Secrets load(Host host, Modules modules) {
    Host chosen = host.choosing(environment, root);
    Secrets secrets = Loading.load(chosen, modules, providers, refresh != null);
    if (refresh != null) {
      secrets.refresh(refresh);
    }
    return secrets;
  }
}
