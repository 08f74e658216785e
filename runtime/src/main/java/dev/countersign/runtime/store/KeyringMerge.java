package dev.countersign.runtime.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges two sides of a keyring. Its lines are sealed together, so only who can open it could join
 * two changes of them: without a key, one side is taken and the other's readers are added again.
 */
final class KeyringMerge {
  private final @Nullable Keyring base;
  private final Keyring ours;
  private final Keyring theirs;

  KeyringMerge(@Nullable Keyring base, Keyring ours, Keyring theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** Returns the merged keyring, or null if both sides sealed it anew. */
  @Nullable Keyring merge() {
    Keyring sealed = null;
    if (isSame(ours, theirs) || isSame(base, theirs)) {
      sealed = ours;
    } else if (isSame(base, ours)) {
      sealed = theirs;
    }
    return sealed == null ? null : sealed.withText(lineEnd(), comments());
  }

  private String lineEnd() {
    String lineEnd =
        SealedFileMerge.changed(
            base == null ? null : base.lineEnd(), ours.lineEnd(), theirs.lineEnd());
    return lineEnd == null ? "\n" : lineEnd;
  }

  private List<String> comments() {
    return SealedFileMerge.comments(
        base == null ? null : base.comments(), ours.comments(), theirs.comments());
  }

  private static boolean isSame(@Nullable Keyring one, Keyring other) {
    return one != null
        && one.identities().equals(other.identities())
        && one.readers().equals(other.readers())
        && one.armored().equals(other.armored());
  }

  /** Returns what to tell of a conflict. */
  String conflict(String name) {
    boolean isOurs = !isRekeyedByTheirsAlone();
    Keyring kept = isOurs ? ours : theirs;
    Keyring other = isOurs ? theirs : ours;
    String command = Invocation.forFile(name);
    List<String> steps = new ArrayList<>();
    for (Reader reader : lacking(other.readers(), kept.readers())) {
      if (base == null || !base.readers().contains(reader)) {
        steps.add(
            command + " reader add " + reader.shellName() + " " + reader.recipient() + type());
      }
    }
    for (Reader reader : lacking(kept.readers(), other.readers())) {
      if (base != null && base.readers().contains(reader)) {
        steps.add(command + " reader remove " + reader.shellName() + type());
      }
    }
    if (!kept.identities().contains(other.identities().get(0))) {
      steps.add("set again what the other side set under its own key");
    }
    return name
        + ": both sides changed who can open type "
        + ours.type()
        + ", which cannot be merged without its key\n  fix: git checkout "
        + (isOurs ? "--ours" : "--theirs")
        + " -- "
        + name
        + ", then git add "
        + name
        + then(steps);
  }

  /** Values are sealed to the newer key already: its keyring must be the one that stays. */
  private boolean isRekeyedByTheirsAlone() {
    return base == null
        ? theirs.identities().containsAll(ours.identities())
            && !ours.identities().containsAll(theirs.identities())
        : base.identities().equals(ours.identities())
            && !base.identities().equals(theirs.identities());
  }

  private static String then(List<String> steps) {
    return steps.isEmpty() ? "" : ", then " + String.join("\n  and: ", steps);
  }

  private String type() {
    return " --type " + ours.type();
  }

  private static List<Reader> lacking(List<Reader> all, List<Reader> some) {
    List<Reader> lacking = new ArrayList<>(all);
    lacking.removeAll(some);
    return lacking;
  }
}
