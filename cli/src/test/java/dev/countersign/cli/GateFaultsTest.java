package dev.countersign.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that cannot be read, or that would never end: told, beside all that could be. */
class GateFaultsTest {
  private static final int DIRECTORY_ENTRY = 0x02014B50;
  private static final int LOCAL_HEADER = 0x04034B50;

  @TempDir static Path sources;
  private static Map<String, byte[]> program;
  private static Map<String, byte[]> unprocessed;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeAll
  static void compile() throws IOException {
    program = Program.compile(sources, "payments", "com.acme.Client", "StripeKey", true);
    unprocessed = Program.compile(sources, "payments", "com.acme.Client", "StripeKey", false);
  }

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.StripeKey]\n");
  }

  private Result check(String path) {
    return cli.run("check", "--type", "prod", path);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(cli.path(name), bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 21, 100, 400})
  void jarThatIsCutOff_isTold(int length) throws IOException {
    write("app.jar", Arrays.copyOf(Packaging.bytes(program), length));
    check("app.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("app.jar cannot be read: it is no jar, or cut off\n  fix: build it again\n")
        .prints("StripeKey has no value for prod\n");
  }

  @Test
  void everyLengthOfAJar_isReadOrRefused() throws IOException {
    byte[] whole = Packaging.bytes(program);
    for (int length = 0; length < whole.length; length += 37) {
      write("app.jar", Arrays.copyOf(whole, length));
      check("app.jar").exits(ExitStatus.UNUSABLE);
    }
  }

  @Test
  void everyDamagedByte_endsInAReport() throws IOException {
    byte[] whole = Packaging.bytes(program);
    for (int at = 0; at < whole.length; at += 23) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      write("app.jar", damaged);
      Result result = check("app.jar").hides("Exception");
      org.junit.jupiter.api.Assertions.assertTrue(result.status() == 1 || result.status() == 3);
    }
  }

  @Test
  void jarWithinTheJarThatIsCutOff_isToldByItsName() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(program);
    files.put("BOOT-INF/lib/bad.jar", Arrays.copyOf(Packaging.bytes(program), 300));
    write("boot.jar", Packaging.bytes(files));
    check("boot.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("boot.jar!/BOOT-INF/lib/bad.jar cannot be read: it is no jar, or cut off\n")
        .prints("StripeKey has no value for prod (Client.key)\n");
  }

  @Test
  void encryptedClasses_areTold() throws IOException {
    byte[] bytes = Packaging.bytes(unprocessed);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (four(bytes, i) == DIRECTORY_ENTRY) {
        bytes[i + 8] |= 1;
      } else if (four(bytes, i) == LOCAL_HEADER) {
        bytes[i + 6] |= 1;
      }
    }
    write("app.jar", bytes);
    check("app.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("app.jar cannot be read: com/acme/Client.class in it is encrypted\n");
  }

  /** Each of a thousand entries has the same bytes. */
  @Test
  void filesThatOverlap_areRefused() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      files.put("com/acme/Class" + (char) ('0' + i) + ".class", new byte[1000]);
    }
    byte[] bytes = Packaging.bytes(files);
    for (int i = 0; i < bytes.length - 46; i++) {
      if (four(bytes, i) == DIRECTORY_ENTRY) {
        Arrays.fill(bytes, i + 42, i + 46, (byte) 0);
      }
    }
    write("bomb.jar", bytes);
    check("bomb.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("bomb.jar cannot be read: its files overlap, or it is cut off\n");
  }

  @Test
  void jarThatClaimsToBeHuge_isNotUnpacked() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(program);
    files.put("WEB-INF/lib/zeros.jar", new byte[1 << 20]);
    byte[] bytes = Packaging.bytes(files);
    for (int i = 0; i < bytes.length - 46; i++) {
      boolean isIt =
          four(bytes, i) == DIRECTORY_ENTRY
              && new String(bytes, i + 46, 7, StandardCharsets.UTF_8).equals("WEB-INF");
      if (isIt) {
        bytes[i + 24 + 3] = 0x70; // 1.8 GB
      }
    }
    write("app.war", bytes);
    check("app.war")
        .exits(ExitStatus.UNUSABLE)
        .prints("WEB-INF/lib/zeros.jar in it is larger than 256 MiB\n");
  }

  @Test
  void jarsWithinJars_endAtSomeDepth() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(program);
    for (int i = 0; i < 20; i++) {
      Map<String, byte[]> outer = new TreeMap<>(program);
      outer.put("BOOT-INF/lib/inner.jar", Packaging.bytes(files));
      files = outer;
    }
    write("app.jar", Packaging.bytes(files));
    check("app.jar").exits(ExitStatus.NO).prints("StripeKey has no value for prod (Client.key)\n");
  }

  @Test
  void links_areFollowed_andCirclesEnd() throws IOException {
    Path classes = Packaging.files(cli.path("classes"), program);
    Files.createSymbolicLink(classes.resolve("circle"), classes);
    Files.createSymbolicLink(cli.path("linked"), classes);
    write("real.jar", Packaging.bytes(program));
    Files.createDirectory(cli.path("lib"));
    Files.createSymbolicLink(cli.path("lib/app.jar"), cli.path("real.jar"));
    for (String path : new String[] {"classes", "linked", "lib"}) {
      check(path).exits(ExitStatus.NO).prints("StripeKey has no value for prod (Client.key)\n");
    }
  }

  @Test
  void whatIsNotThere_isToldBesideWhatIs() throws IOException {
    write("app.jar", Packaging.bytes(program));
    cli.run("check", "--type", "prod", "absent.jar", "app.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("absent.jar does not exist\n  fix: build it first\n")
        .prints("StripeKey has no value for prod (Client.key)\n");
  }

  @Test
  void jarThatMayNotBeRead_isTold() throws IOException {
    write("app.jar", Packaging.bytes(program));
    org.junit.jupiter.api.Assumptions.assumeTrue(
        cli.path("app.jar").toFile().setReadable(false) && !Files.isReadable(cli.path("app.jar")),
        "root reads everything");
    check("app.jar").exits(ExitStatus.UNUSABLE).prints("app.jar cannot be read: ");
  }

  private static int four(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | (bytes[at + 3] & 0xFF) << 24;
  }
}
