package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock program {@code age}, where it is installed, and we read each other's files. */
class StockAgeTest {
  private static final String PASSPHRASE = "correct horse";

  @TempDir private Path directory;

  private final Identity identity = Identities.generate();

  @BeforeEach
  void requireAge() {
    assumeTrue(isOnPath("age"), "no age on the PATH");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 65536, 65537, 200_000})
  void ourFiles_areReadByAge(int size) throws Exception {
    byte[] plaintext = plaintext(size);
    Path key = write("key.txt", (identity.encoded() + "\n").getBytes(UTF_8));
    Path file = write("file.age", Age.encrypt(plaintext, List.of(identity.recipient())));
    run("out", "age", "-d", "-i", key.toString(), file.toString());
    assertArrayEquals(plaintext, read("out"));
    Path armored = write("file.asc", Armor.encode(Files.readAllBytes(file)).getBytes(UTF_8));
    run("again", "age", "-d", "-i", key.toString(), armored.toString());
    assertArrayEquals(plaintext, read("again"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 65536, 65537, 200_000})
  void filesOfAge_areReadByUs(int size) throws Exception {
    byte[] plaintext = plaintext(size);
    Path in = write("in", plaintext);
    String other = Identities.generate().recipient().toString();
    String recipient = identity.recipient().toString();
    run("file.age", "age", "-r", other, "-r", recipient, in.toString());
    assertArrayEquals(plaintext, Age.decrypt(read("file.age"), List.of(identity)));
    run("file.asc", "age", "-a", "-r", recipient, in.toString());
    byte[] binary = Armor.decode(new String(read("file.asc"), UTF_8));
    assertArrayEquals(plaintext, Age.decrypt(binary, List.of(identity)));
  }

  @Test
  void ourPassphraseFile_isReadByAge() throws Exception {
    assumeTerminal();
    String text = identity.encoded() + "\n";
    String armored = IdentityFile.encrypt(text, PASSPHRASE.toCharArray(), 10);
    write("key.age", armored.getBytes(UTF_8));
    runOnTerminal("age -d -o out key.age", PASSPHRASE + "\n");
    assertEquals(text, new String(read("out"), UTF_8));
  }

  @Test
  void passphraseFileOfAge_isReadByUs() throws Exception {
    assumeTerminal();
    assumeTrue(Runtime.getRuntime().maxMemory() > 400L << 20, "it takes 256 MiB");
    write("key.txt", (identity.encoded() + "\n").getBytes(UTF_8));
    runOnTerminal("age -p -o key.age key.txt", (PASSPHRASE + "\n").repeat(2));
    List<Identity> opened = IdentityFile.open(read("key.age"), PASSPHRASE.toCharArray());
    assertEquals(identity.encoded(), opened.get(0).encoded());
  }

  private static byte[] plaintext(int size) {
    byte[] plaintext = new byte[size];
    new Random(size).nextBytes(plaintext);
    return plaintext;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(directory.resolve(name));
  }

  /** Runs a program and keeps its output as a file. */
  private void run(String output, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectError(directory.resolve("log").toFile())
            .redirectOutput(directory.resolve(output).toFile())
            .start();
    finish(process, command[0]);
  }

  /** The program asks for passphrases on a terminal only, which {@code script} provides. */
  private void runOnTerminal(String command, String typed) throws Exception {
    Process process =
        new ProcessBuilder("script", "-qec", command, "/dev/null")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    process.getOutputStream().write(typed.getBytes(UTF_8));
    process.getOutputStream().flush();
    finish(process, command);
  }

  private void finish(Process process, String what) throws Exception {
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroy();
    assertTrue(ended, what + " did not end");
    assertEquals(0, process.exitValue(), new String(read("log"), UTF_8));
  }

  private static void assumeTerminal() {
    assumeTrue(isOnPath("script") && Files.exists(Path.of("/proc")), "no util-linux script");
  }

  private static boolean isOnPath(String program) {
    List<String> directories = new ArrayList<>();
    String path = System.getenv("PATH");
    if (path != null) {
      directories.addAll(List.of(path.split(System.getProperty("path.separator"), -1)));
    }
    return directories.stream()
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
