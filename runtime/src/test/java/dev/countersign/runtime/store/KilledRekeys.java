package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;

import java.util.List;

/** Values that a process seals to one new key after another until it is killed. */
final class KilledRekeys implements Killed {
  private final StoreFixture project;

  KilledRekeys(StoreFixture project) throws StoreException {
    this.project = project;
    project.set(PROD, OTHER, "the other");
    project.set(EU_WEST, TOKEN, "the token of eu-west");
  }

  @Override
  public Work work() {
    return Work.REKEYS;
  }

  @Override
  public void acknowledged(int step) {
    // Values and versions stay: there is nothing to take note of.
  }

  /** Says whether the rekey was in its middle, after it was ended by running it again. */
  @Override
  public boolean look(int next) throws Exception {
    requireValues();
    boolean unfinished = project.rekey(Disk.REAL).isUnfinished();
    boolean isNewKey = project.rekey(Disk.REAL).run().isNewKey();
    Killed.require(isNewKey != unfinished, "an unfinished rekey was not gone on with");
    Killed.require(!project.rekey(Disk.REAL).isUnfinished(), "still unfinished");
    Killed.require(project.index().stragglers().isEmpty(), "left under an older key");
    requireValues();
    return unfinished;
  }

  private void requireValues() throws Exception {
    List<String> values =
        List.of(
            project.value(project.ada, TOKEN, PROD),
            project.value(project.ada, OTHER, PROD),
            project.value(project.ada, TOKEN, EU_WEST));
    Killed.require(
        values.equals(List.of("the token", "the other", "the token of eu-west")),
        "not every value is there");
    Killed.require(project.index().version(TOKEN, PROD) == 1, "the version changed");
  }
}
