package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/**
 * What two sides of a merge have for one secret.
 *
 * @param name the secret
 * @param ours the block of our side, or null if it has none
 * @param theirs the block of the other side, or null if it has none
 */
public record Conflict(SecretName name, @Nullable Block ours, @Nullable Block theirs) {

  /** Returns what happened on both sides: {@code ours v4, theirs unset (v5)}. */
  public String sides() {
    return "ours " + label(ours) + ", theirs " + label(theirs);
  }

  /** Returns the higher of the two versions: what is set next counts from it. */
  public int version() {
    return Math.max(version(ours), version(theirs));
  }

  /** Says whether one of the sides has a higher version than the other. */
  public boolean isAbove(boolean isOurs) {
    return isOurs ? version(ours) > version(theirs) : version(theirs) > version(ours);
  }

  boolean isSettled() {
    return BlockMerge.isSame(ours, theirs);
  }

  Conflict settled(@Nullable Block block) {
    return new Conflict(name, block, block);
  }

  private static int version(@Nullable Block block) {
    return block == null ? 0 : block.version();
  }

  private static String label(@Nullable Block block) {
    if (block == null) {
      return "removed";
    }
    return block.isUnset() ? "unset (v" + block.version() + ")" : "v" + block.version();
  }
}
