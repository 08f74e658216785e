package dev.countersign.runtime;

import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers of a program, in order of precedence: this list is the rule. */
final class Providers {
  private Providers() {}

  static List<SecretProvider> of(Host host, @Nullable Path root, Environment environment) {
    List<SecretProvider> providers = new ArrayList<>();
    providers.add(new VariableProvider(host));
    if (root != null && environment.type() == EnvironmentType.LOCAL) {
      providers.add(new OverrideProvider(overrides(root)));
    }
    return providers;
  }

  private static OverrideFile overrides(Path root) {
    try {
      return OverrideFile.read(root);
    } catch (DotenvFormatException e) {
      throw new SecretsException(String.valueOf(e.getMessage()), e);
    }
  }
}
