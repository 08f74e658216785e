package dev.countersign.runtime.declaration;

import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/** The process variable that {@code secret declare} proposes for a name. */
public final class ProcessVariable {
  private ProcessVariable() {}

  /**
   * Returns the name in upper case, its words apart: {@code GITHUB_API_TOKEN} for {@code
   * GitHubAPIToken}. Null when that is the name itself, belongs to the system, or is taken by
   * another secret.
   */
  public static @Nullable String propose(SecretName name, Declarations declarations) {
    return null;
  }
}
