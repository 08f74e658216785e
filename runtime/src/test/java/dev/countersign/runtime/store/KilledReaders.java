package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.util.List;

/** A keyring to which a process adds a reader and removes them again until it is killed. */
final class KilledReaders implements Killed {
  private static final List<EnvironmentType> PROD_ONLY = List.of(EnvironmentType.PROD);

  private final StoreFixture project;
  private boolean isReader;

  KilledReaders(StoreFixture project) {
    this.project = project;
  }

  /** Adds the reader, or removes them where they are one. */
  static void toggle(StoreFixture project) throws Exception {
    KeyringWriter writer = project.keyringWriter(Disk.REAL);
    if (isReader(project)) {
      writer.remove("grace", PROD_ONLY);
    } else {
      Identity grace = Identities.generate();
      writer.add(StoreFixture.reader("grace", grace), PROD_ONLY);
    }
  }

  private static boolean isReader(StoreFixture project) throws Exception {
    return Keyring.read(project.files, "", EnvironmentType.PROD).find("grace") != null;
  }

  @Override
  public Work work() {
    return Work.READERS;
  }

  @Override
  public void acknowledged(int step) {
    isReader = !isReader;
  }

  @Override
  public boolean look(int next) throws Exception {
    Keyring keyring = Keyring.read(project.files, "", EnvironmentType.PROD);
    Killed.require(keyring.open(List.of(project.ada)).readersMatch(), "another's readers");
    Killed.require(
        project.value(project.ada, TOKEN, PROD).equals("the token"), "the value is not there");
    boolean changed = isReader(project) != isReader;
    isReader = isReader(project);
    toggle(project);
    isReader = !isReader;
    return changed;
  }
}
