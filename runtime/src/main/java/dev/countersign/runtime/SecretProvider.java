package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Code that can answer for a secret. Asked in order of precedence; the first answer counts. */
interface SecretProvider {
  /**
   * Returns the value of a secret with its source, or null if there is none here. A value at rest
   * stays sealed until it is revealed.
   *
   * @throws SecretsException if there is an answer that cannot be used: it is never passed over
   */
  @Nullable SecretValue find(Declaration declaration);

  /** Adds the sources that {@link #find} asks, in the words of a message. */
  void addSources(Declaration declaration, List<String> asked);
}
