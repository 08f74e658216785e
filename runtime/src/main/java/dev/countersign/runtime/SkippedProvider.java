package dev.countersign.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is not asked here, and why: explanations tell.
 *
 * @param name what it is
 * @param ordinal where it would be
 * @param reason why it is not asked
 */
record SkippedProvider(String name, int ordinal, String reason) implements SecretProvider {
  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    return null;
  }

  @Override
  public List<String> sources(SecretRequest request) {
    return List.of();
  }
}
