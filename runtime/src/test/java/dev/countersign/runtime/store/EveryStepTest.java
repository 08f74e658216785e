package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way to write the store, cut off after every one of its steps: each file is the old or the
 * new one, each value opens, and the same command run again ends what was begun.
 */
class EveryStepTest {
  private static final Identity GRACE = Identities.generate();
  private static final List<EnvironmentType> BOTH =
      List.of(EnvironmentType.PROD, EnvironmentType.DEV);

  @TempDir Path directory;
  private StoreFixture project;

  /** The ways to write. Those that rekey leave names and versions alone. */
  enum Operation {
    SET {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        write(project, disk, Change.set(PROD, TOKEN, "new".getBytes(UTF_8)));
      }
    },
    SET_THE_FIRST_OF_AN_ENVIRONMENT {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        Environment asia = new Environment(EnvironmentType.PROD, "asia");
        write(project, disk, Change.set(asia, TOKEN, "new".getBytes(UTF_8)));
      }
    },
    SET_AND_UNSET_IN_THREE_FILES {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        byte[] value = "new".getBytes(UTF_8);
        write(
            project,
            disk,
            Change.set(PROD, TOKEN, value),
            Change.set(DEV, TOKEN, value),
            Change.unset(EU_WEST, TOKEN));
      }
    },
    CREATE_A_TYPE {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        new StoreWriter(project.files, "", disk)
            .createTypes(List.of(EnvironmentType.LOCAL), List.of(reader("ada", project.ada)));
      }
    },
    ADD_A_READER {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        for (EnvironmentType type : lacking("hopper", project)) {
          Reader hopper = reader("hopper", GRACE);
          project.keyringWriter(disk).add(hopper, List.of(type));
        }
      }
    },
    REMOVE_A_READER {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        for (EnvironmentType type : BOTH) {
          if (!lacking("bob", project).contains(type)) {
            project.keyringWriter(disk).remove("bob", List.of(type));
          }
        }
      }
    },
    REKEY {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        project.rekey(disk).run();
      }
    },
    REKEY_WITHOUT_A_READER {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        if (!lacking("bob", project).contains(EnvironmentType.PROD)
            || project.rekey(disk).isUnfinished()) {
          project.rekey(disk).removing("bob");
        }
      }
    },
    FINISH_A_REKEY {
      @Override
      void run(StoreFixture project, Disk disk) throws StoreException {
        project.rekey(disk).finish();
      }
    };

    abstract void run(StoreFixture project, Disk disk) throws StoreException;

    private static void write(StoreFixture project, Disk disk, Change... changes)
        throws StoreException {
      new StoreWriter(project.files, "", disk).write(List.of(changes));
    }

    private static List<EnvironmentType> lacking(String reader, StoreFixture project)
        throws StoreException {
      List<EnvironmentType> lacking = new ArrayList<>();
      for (EnvironmentType type : BOTH) {
        Keyring keyring = Keyring.read(project.files, "", type);
        if (keyring != null && keyring.find(reader) == null) {
          lacking.add(type);
        }
      }
      return lacking;
    }
  }

  @BeforeEach
  void createProject() throws Exception {
    project =
        StoreFixture.create(directory.resolve("original"), BOTH.toArray(EnvironmentType[]::new));
    project.keyringWriter(Disk.REAL).add(reader("bob", Identities.generate()), BOTH);
    project.set(PROD, OTHER, "other");
    project.set(EU_WEST, TOKEN, "west");
    project.rekey(Disk.REAL).run();
    String straggling = project.text("prod.secrets");
    project.rekey(Disk.REAL).run();
    project.write("prod.secrets", straggling.replaceFirst("\nto .*", "\n" + newest()));
    project.set(PROD, TOKEN, "token");
    project.set(DEV, TOKEN, "dev");
  }

  private String newest() throws StoreException {
    return "to " + Keyring.read(project.files, "", EnvironmentType.PROD).identities().get(0);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void cutOffAfterAnyStep_eachFileIsOldOrNew_nothingIsLost_andTheNextRunEndsIt(Operation operation)
      throws Exception {
    Map<String, String> before = project.snapshot();
    PicturingDisk disk = new PicturingDisk(project);
    operation.run(project, disk);
    Map<String, String> after = project.snapshot();
    assertFalse(before.equals(after), "nothing was written");
    int number = 0;
    for (Map<String, String> picture : new LinkedHashSet<>(disk.pictures())) {
      assertOldOrNew(picture, before, after);
      StoreFixture left = PicturingDisk.restore(project, picture, directory.resolve("" + number++));
      assertNothingLost(left);
      operation.run(left, Disk.REAL);
      assertNothingLost(left);
      assertEquals(after.keySet(), withoutLeftovers(left.snapshot()).keySet());
      assertTrue(left.set(PROD, new SecretName("Next"), "next") > 0);
      assertEquals("next", left.value(left.ada, new SecretName("Next"), PROD));
    }
    LongRun.report(
        "cut off after each step of "
            + operation
            + ": "
            + disk.pictures().size()
            + " times, lost 0");
  }

  private static void assertOldOrNew(
      Map<String, String> picture, Map<String, String> before, Map<String, String> after) {
    for (Map.Entry<String, String> file : withoutLeftovers(picture).entrySet()) {
      boolean old = file.getValue().equals(before.get(file.getKey()));
      assertTrue(old || file.getValue().equals(after.get(file.getKey())), file.getKey());
    }
    assertTrue(picture.keySet().containsAll(before.keySet()), "a file is gone");
    assertTrue(picture.size() <= after.size() + 3, "more than a temporary file for each");
  }

  private static Map<String, String> withoutLeftovers(Map<String, String> files) {
    Map<String, String> whole = new TreeMap<>(files);
    whole.keySet().removeIf(name -> name.endsWith(".tmp"));
    return whole;
  }

  private static void assertNothingLost(StoreFixture left) throws StoreException {
    assertEquals(List.of(), left.index().damages());
    assertEquals("other", left.value(left.ada, OTHER, PROD));
    assertOneOf(List.of("token", "new"), left.value(left.ada, TOKEN, PROD));
    assertOneOf(List.of("dev", "new"), left.value(left.ada, TOKEN, DEV));
    assertOneOf(List.of("west", "token", "new"), left.value(left.ada, TOKEN, EU_WEST));
  }

  private static void assertOneOf(List<String> right, String value) {
    assertTrue(right.contains(value), value);
  }
}
