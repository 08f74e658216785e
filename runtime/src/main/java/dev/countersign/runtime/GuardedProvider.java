package dev.countersign.runtime;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is not built in: whatever it throws becomes one of our exceptions, as the message
 * of any may hold the value: of an assertion, or of a checked one that Kotlin lets through. What it
 * gives is copied, so that closing one's own does not close the provider's.
 */
final class GuardedProvider implements SecretProvider {
  private final SecretProvider provider;
  private final String name;
  private final int ordinal;

  private GuardedProvider(SecretProvider provider, String name, int ordinal) {
    this.provider = provider;
    this.name = name;
    this.ordinal = ordinal;
  }

  /** Returns a provider at its own ordinal. */
  static GuardedProvider of(SecretProvider provider) {
    return at(ordinal(provider), provider);
  }

  private static int ordinal(SecretProvider provider) {
    try {
      return provider.ordinal();
    } catch (Throwable e) {
      throw ProviderFailure.of("the provider " + provider.getClass().getName(), e);
    }
  }

  /** Returns a provider at an ordinal that takes the place of its own. */
  static GuardedProvider at(int ordinal, SecretProvider provider) {
    try {
      String name = Objects.requireNonNull(provider.name(), "name");
      return new GuardedProvider(provider, name, ordinal);
    } catch (Throwable e) {
      throw ProviderFailure.of("the provider " + provider.getClass().getName(), e);
    }
  }

  /**
   * Returns a provider that answers from what is there now.
   *
   * @throws SecretsException if it is a file that cannot be read
   */
  GuardedProvider current() {
    return provider instanceof DotenvProvider dotenv
        ? new GuardedProvider(dotenv.current(), name, ordinal)
        : this;
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    try {
      SecretValue found = provider.find(request);
      return found == null ? null : found.copy(request.name(), name);
    } catch (Throwable e) {
      throw ProviderFailure.of(request, name, e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int ordinal() {
    return ordinal;
  }

  @Override
  public List<String> sources(SecretRequest request) {
    try {
      return List.copyOf(provider.sources(request));
    } catch (Throwable e) {
      return List.of(name); // names places only; what is wrong is told where it is asked
    }
  }
}
