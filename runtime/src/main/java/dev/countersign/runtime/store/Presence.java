package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a secret has a value: the one rule of what is missing, which compiler, run time and
 * deploy gate ask. It looks at names and versions only: what is present may still not open.
 */
public enum Presence {
  /** The store holds it, for the environment or for its type. */
  SET,
  /** The developer's own override stands in; counts in type local only. */
  OVERRIDDEN,
  /** It is needed, and nothing holds it. */
  MISSING,
  /** The store holds it in a version below its {@code min-version}. */
  OUTDATED,
  /** The file or the block that holds it, or would hold it, is damaged. */
  DAMAGED,
  /** Its declaration does not name this type. */
  NOT_NEEDED,
  /** The store does not hold it, and need not in any type. */
  OPTIONAL,
  /** The store does not hold it: the platform supplies it. */
  EXTERNAL;

  /**
   * Returns how a declared secret stands in an environment.
   *
   * @param overridden whether {@code .secrets.local} has the name
   */
  public static Presence of(
      Declaration declaration, Environment environment, StoreIndex index, boolean overridden) {
    if (overridden && environment.type() == EnvironmentType.LOCAL) {
      return OVERRIDDEN;
    }
    Presence otherwise = whenAbsent(declaration, environment.type());
    if (index.damage(declaration.name(), environment) != null) {
      return otherwise == NOT_NEEDED || otherwise == EXTERNAL ? otherwise : DAMAGED;
    }
    Environment holder = index.holder(declaration.name(), environment);
    return holder == null ? otherwise : whenHeld(declaration, holder, index);
  }

  /** Says whether a program that needs the secret must not go on without it. */
  public boolean isMissing() {
    return this == MISSING || this == OUTDATED || this == DAMAGED;
  }

  private static Presence whenAbsent(Declaration declaration, EnvironmentType type) {
    if (declaration.optional()) {
      return OPTIONAL;
    }
    if (!declaration.neededIn(type)) {
      return NOT_NEEDED;
    }
    return declaration.expectedInStore(type) ? MISSING : EXTERNAL;
  }

  private static Presence whenHeld(Declaration declaration, Environment holder, StoreIndex index) {
    int minimum = minVersion(declaration, holder);
    return index.version(declaration.name(), holder) < minimum ? OUTDATED : SET;
  }

  /** Returns the lowest version accepted there. A named environment counts versions of its own. */
  static int minVersion(Declaration declaration, Environment holder) {
    @Nullable Integer minimum = declaration.minVersions().get(holder.type());
    return minimum == null || holder.name() != null ? 0 : minimum;
  }
}
