package dev.countersign.runtime;

import dev.countersign.runtime.resource.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;

/** The providers of others that are on the class path. */
final class FoundProviders {
  private FoundProviders() {}

  /**
   * Finds those that the thread's class loader sees, or else this library's own.
   *
   * @throws SecretsException if META-INF/services names a class that is not there, is no provider
   *     or cannot be made
   */
  static List<GuardedProvider> find() {
    return find(Services.loader());
  }

  static List<GuardedProvider> find(ClassLoader loader) {
    List<GuardedProvider> found = new ArrayList<>();
    try {
      for (SecretProvider provider : Services.load(SecretProvider.class, loader)) {
        found.add(GuardedProvider.of(provider));
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw ProviderFailure.ofService(e);
    }
    return found;
  }
}
