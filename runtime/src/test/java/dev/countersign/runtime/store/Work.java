package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What another process does with a store, in the ways that the command does. Most kinds go on until
 * the process is killed, and print {@code done N.} when step N is done: only a line with its full
 * stop is an acknowledgement.
 */
enum Work {
  /** Takes the lock, and keeps it until its input ends. */
  HOLD {
    @Override
    void run(StoreFixture project, List<String> arguments) throws Exception {
      StoreLock lock = StoreLock.acquire(project.root);
      try (lock) {
        System.out.println("held");
        System.in.read();
      }
    }
  },
  /** Says whether the lock is free. */
  TRY_LOCK {
    @Override
    void run(StoreFixture project, List<String> arguments) {
      try {
        StoreLock.acquire(project.root, Disk.REAL, Duration.ZERO).close();
        System.out.println("free");
      } catch (StoreException e) {
        System.out.println("held by another");
      }
    }
  },
  /** Sets a number of secrets, and one more each time. */
  SET_SOME {
    @Override
    void run(StoreFixture project, List<String> arguments) throws Exception {
      for (int i = 0; i < Integer.parseInt(arguments.get(1)); i++) {
        SecretName name = new SecretName(arguments.get(0) + i);
        byte[] value = name.value().getBytes(UTF_8);
        project.writer.write(
            List.of(
                Change.set(StoreFixture.PROD, name, value),
                Change.set(StoreFixture.PROD, StoreFixture.TOKEN, value)));
      }
      System.out.println("done");
    }
  },
  /** Sets what each line of its input says, {@code NAME VALUE}, and prints the version. */
  SET_WHAT_IS_SAID {
    @Override
    void run(StoreFixture project, List<String> arguments) throws Exception {
      BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      System.out.println("ready");
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        String[] words = line.split(" ", 2);
        System.out.println(
            project.set(StoreFixture.PROD, new SecretName(words[0]), words[1].repeat(64)));
      }
    }
  },
  /** Sets and unsets secrets of two types. */
  SECRETS {
    @Override
    void step(StoreFixture project, int step) throws Exception {
      project.writer.write(KilledSecrets.changes(step));
    }
  },
  /** Adds a reader and removes them again. */
  READERS {
    @Override
    void step(StoreFixture project, int step) throws Exception {
      KilledReaders.toggle(project);
    }
  },
  /** Rewrites a file that its owner alone may read. */
  OWN_FILE {
    @Override
    void step(StoreFixture project, int step) throws Exception {
      KilledOwnFile.write(project, step);
    }
  },
  /** Rekeys, and every third time finishes. */
  REKEYS {
    @Override
    void step(StoreFixture project, int step) throws Exception {
      if (step % 3 == 0) {
        project.rekey(Disk.REAL).finish();
      } else {
        project.rekey(Disk.REAL).run();
      }
    }
  },
  /** Sets a secret of two types, and halts at the given boundary between two steps. */
  HALT {
    @Override
    void run(StoreFixture project, List<String> arguments) throws Exception {
      Disk disk = new HaltingDisk(Integer.parseInt(arguments.get(0)));
      new StoreWriter(project.files, "", disk).write(HaltedProcessTest.CHANGES);
    }
  };

  void step(StoreFixture project, int step) throws Exception {
    throw new UnsupportedOperationException(name());
  }

  /** Takes one step after another. */
  void run(StoreFixture project, List<String> arguments) throws Exception {
    for (int step = Integer.parseInt(arguments.get(0)); ; step++) {
      step(project, step);
      System.out.println("done " + step + ".");
    }
  }

  /** Runs {@code WORK ROOT ARGUMENTS…}. */
  public static void main(String[] arguments) throws Exception {
    StoreFixture project = new StoreFixture(Path.of(arguments[1]), identity());
    List<String> all = List.of(arguments);
    valueOf(arguments[0]).run(project, all.subList(2, all.size()));
  }

  private static Identity identity() throws IOException {
    String encoded = System.getenv(ReaderIdentities.KEY);
    try {
      return encoded == null ? Identities.generate() : Identities.parse(encoded);
    } catch (AgeFormatException e) {
      throw new IOException(e);
    }
  }
}
