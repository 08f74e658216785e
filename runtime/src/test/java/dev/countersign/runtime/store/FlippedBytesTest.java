package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every byte of a file flipped in turn: one bit of each in every build, each bit and all at once in
 * the long run. A value is the right one, or refused with file and line, or absent.
 */
class FlippedBytesTest {
  private static final int WRITE_EVERY = LongRun.times(40, 8);

  @TempDir Path root;
  private StoreFixture project;
  private JudgedStore judged;

  /** A project with all there can be: blocks under two keys, a tombstone, two readers. */
  @BeforeEach
  void createProject() throws Exception {
    project = StoreFixture.withProd(root);
    project
        .keyringWriter(Disk.REAL)
        .add(reader("Bob's laptop", Identities.generate()), List.of(EnvironmentType.PROD));
    project.set(PROD, OTHER, "the other");
    project.set(EU_WEST, TOKEN, "the token of eu-west");
    String straggling = project.text("prod.secrets");
    project.rekey(Disk.REAL).run();
    String to =
        project.text("prod.secrets").lines().filter(l -> l.startsWith("to ")).toList().get(0);
    project.write("prod.secrets", straggling.replaceFirst("\nto .*", "\n" + to));
    project.set(PROD, TOKEN, "the token");
    SecretName gone = new SecretName("Gone");
    project.set(PROD, gone, "gone");
    project.writer.write(List.of(Change.unset(PROD, gone)));
    judged =
        new JudgedStore(project)
            .right(PROD, OTHER, "the other")
            .right(PROD, TOKEN, "the token")
            .right(EU_WEST, TOKEN, "the token of eu-west")
            .right(PROD, gone, "never this");
  }

  @ParameterizedTest
  @CsvSource({
    "prod.secrets, LF",
    "prod.secrets, CRLF",
    "eu-west.secrets, LF",
    "prod.keyring, LF",
    "prod.keyring, CRLF"
  })
  void anyByteFlipped_givesNoWrongValue_andIsRefusedWithItsPlace(String fileName, String lineEnds)
      throws Exception {
    if (lineEnds.equals("CRLF")) {
      assumeTrue(LongRun.isOn(), "left to the long run");
      project.write(fileName, project.text(fileName).replace("\n", "\r\n"));
    }
    Path file = project.secrets(fileName);
    byte[] bytes = Files.readAllBytes(file);
    int flips = 0;
    for (int i = 0; i < bytes.length; i++) {
      for (int mask : masks(i)) {
        flip(file, bytes, i, mask);
        judged.judge(fileName + " byte " + i + " ^ " + mask);
        if (flips++ % WRITE_EVERY == 0) {
          judged.judgeWriting(file);
        }
      }
    }
    LongRun.report(
        flips
            + " flips in "
            + fileName
            + " of "
            + bytes.length
            + " bytes with "
            + lineEnds
            + ": "
            + judged.figures());
    assertEquals(List.of(), judged.wrong());
    assertTrue(judged.refused() > flips / 2, judged.figures());
  }

  private static int[] masks(int index) {
    return LongRun.isOn()
        ? new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}
        : new int[] {1 << index % 8};
  }

  private static void flip(Path file, byte[] bytes, int index, int mask) throws Exception {
    byte[] flipped = bytes.clone();
    flipped[index] ^= (byte) mask;
    Files.write(file, flipped);
  }
}
