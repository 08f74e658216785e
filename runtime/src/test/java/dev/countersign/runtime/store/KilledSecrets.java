package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Secrets of two types that a process sets and unsets until it is killed. */
final class KilledSecrets implements Killed {
  private static final int NAMES = 5;
  private static final int REPEATS = 400; // some KiB, to be killed in the middle of

  private final StoreFixture project;
  private final Map<String, Held> known = new HashMap<>();

  KilledSecrets(StoreFixture project) {
    this.project = project;
  }

  /** What one secret of an environment holds; version 0 is none. */
  private record Held(int version, String value) {
    static final Held NOTHING = new Held(0, "none");
  }

  /** Returns what a step sets and unsets: mostly one secret, at times one of both types. */
  static List<Change> changes(int step) {
    SecretName name = new SecretName("S" + step % NAMES);
    List<Change> changes = new ArrayList<>();
    for (Environment environment : step % 3 == 0 ? List.of(PROD, DEV) : List.of(PROD)) {
      changes.add(
          step % 7 == 0
              ? Change.unset(environment, name)
              : Change.set(environment, name, value(step).getBytes(UTF_8)));
    }
    return changes;
  }

  private static String value(int step) {
    return ("value " + step + "; ").repeat(REPEATS);
  }

  @Override
  public Work work() {
    return Work.SECRETS;
  }

  @Override
  public void acknowledged(int step) {
    for (Change change : changes(step)) {
      known.put(key(change), after(change, step));
    }
  }

  @Override
  public boolean look(int next) throws Exception {
    boolean changed = false;
    for (Change change : changes(next)) {
      Held held = held(change);
      changed |= !held.equals(before(change));
      if (held.equals(after(change, next))) {
        known.put(key(change), held);
      }
    }
    for (int i = 0; i < NAMES; i++) {
      for (Environment environment : List.of(PROD, DEV)) {
        Change of = Change.unset(environment, new SecretName("S" + i));
        Killed.require(held(of).equals(before(of)), key(of) + " is neither old nor new");
      }
    }
    return changed;
  }

  private Held before(Change change) {
    return known.getOrDefault(key(change), Held.NOTHING);
  }

  private Held after(Change change, int step) {
    Held before = before(change);
    boolean unsets = change.value() == null;
    if (unsets && before.value().equals("none")) {
      return before;
    }
    return new Held(before.version() + 1, unsets ? "none" : value(step));
  }

  private Held held(Change change) throws Exception {
    SealedFile file = SealedFile.read(project.files, "", change.environment());
    Block block = file == null ? null : file.find(change.name());
    return block == null
        ? Held.NOTHING
        : new Held(
            block.version(), project.value(project.ada, change.name(), change.environment()));
  }

  private static String key(Change change) {
    return change.name() + " of " + change.environment();
  }
}
