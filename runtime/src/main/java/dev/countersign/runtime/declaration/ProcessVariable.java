package dev.countersign.runtime.declaration;

import dev.countersign.runtime.SecretName;
import java.util.Locale;
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
    String variable = propose(name);
    return variable == null || isTaken(variable, name, declarations) ? null : variable;
  }

  /** Proposes without a look at what other secrets have. */
  public static @Nullable String propose(SecretName name) {
    String variable = String.join("_", Words.of(name.value())).toUpperCase(Locale.ROOT);
    boolean usable =
        !variable.equals(name.value())
            && SecretName.isValid(variable)
            && !SystemVariables.contains(variable);
    return usable ? variable : null;
  }

  private static boolean isTaken(String variable, SecretName name, Declarations declarations) {
    for (Declaration declaration : declarations.secrets().values()) {
      if (!declaration.name().equals(name) && carries(declaration, variable)) {
        return true;
      }
    }
    return false;
  }

  private static boolean carries(Declaration declaration, String variable) {
    for (String other : declaration.env()) {
      if (other.equalsIgnoreCase(variable)) {
        return true;
      }
    }
    return declaration.name().value().equalsIgnoreCase(variable);
  }
}
