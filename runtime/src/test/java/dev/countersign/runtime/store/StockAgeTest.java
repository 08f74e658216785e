package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of docs/store-format.md with the stock {@code age} program, both ways. */
class StockAgeTest {
  private static final String OPEN_KEYRING =
      "sed -n '/^-----BEGIN/,/^-----END/p' secrets/prod.keyring | age -d -i identity"
          + " > prod.identity";

  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws Exception {
    assumeTrue(hasAge(), "no age on the PATH");
    project = StoreFixture.withProd(root);
    Files.writeString(root.resolve("identity"), project.ada.encoded() + "\n");
  }

  @Test
  void aStoreWrittenByUs_isOpenedByAge() throws Exception {
    byte[] value = new byte[70_000];
    new Random(3).nextBytes(value);
    project.set(PROD, OTHER, "another");
    project.set(PROD, TOKEN, value);
    project.set(EU_WEST, TOKEN, "west\n");
    shell(OPEN_KEYRING);
    assertArrayEquals(value, shell(openBlock("prod.secrets", "Token")));
    assertEquals("another", new String(shell(openBlock("prod.secrets", "Other")), UTF_8));
    assertEquals("west\n", new String(shell(openBlock("eu-west.secrets", "Token")), UTF_8));
  }

  @Test
  void aKeyringWrittenByUs_isAnIdentityFileToAge() throws Exception {
    shell(OPEN_KEYRING);
    String to = new String(shell("age-keygen -y prod.identity"), UTF_8).strip();
    assertTrue(project.text("prod.secrets").contains("\nto " + to + "\n"));
    List<String> lines = Files.readAllLines(root.resolve("prod.identity"));
    assertEquals(
        List.of(
            "# countersign-keyring/1 prod",
            "# identity " + to,
            "# reader " + project.ada.recipient() + " ada"),
        lines.subList(0, 3));
  }

  @Test
  void everyReader_opensTheKeyringWithAge() throws Exception {
    Identity bob = Identities.generate();
    Keyring keyring = Keyring.parse("k", Files.readAllBytes(project.secrets("prod.keyring")));
    Keyring added = keyring.open(List.of(project.ada)).add(reader("bob", bob));
    Files.write(project.secrets("prod.keyring"), added.encode());
    shell(OPEN_KEYRING);
    Files.writeString(root.resolve("identity"), bob.encoded());
    byte[] asAda = Files.readAllBytes(root.resolve("prod.identity"));
    shell(OPEN_KEYRING);
    assertArrayEquals(asAda, Files.readAllBytes(root.resolve("prod.identity")));
  }

  @Test
  void aBlockMadeWithAge_isOpenedByUs() throws Exception {
    String to = to();
    String armored =
        new String(
            shell(
                "{ echo 'countersign/1 prod Token 4'; printf '%s' 'by hand'; } | age -a -r " + to),
            UTF_8);
    project.write(
        "prod.secrets",
        project.text("prod.secrets")
            + "\n[Token]\nversion 4\nkey "
            + Fingerprint.of(to)
            + "\n"
            + armored);
    try (OpenedValue value = project.store().open(TOKEN, PROD)) {
      assertNotNull(value);
      assertEquals("by hand", new String(value.revealBytes(), UTF_8));
    }
    assertEquals(5, project.set(PROD, TOKEN, "by us"));
  }

  @Test
  void aKeyringMadeWithAge_isOpenedByUs() throws Exception {
    shell("age-keygen -o type.identity 2>/dev/null");
    String to = new String(shell("age-keygen -y type.identity"), UTF_8).strip();
    String ada = project.ada.recipient().toString();
    String plaintext =
        "{ echo '# countersign-keyring/1 prod'; echo '# identity "
            + to
            + "';"
            + " echo '# reader "
            + ada
            + " ada'; cat type.identity; }";
    String armored = new String(shell(plaintext + " | age -a -r " + ada), UTF_8);
    project.write(
        "prod.keyring",
        "format 1\ntype prod\nidentity " + to + "\nreader " + ada + " # ada\n" + armored);
    project.replace("prod.secrets", "to " + to(), "to " + to);
    project.set(PROD, TOKEN, "sealed to age's key");
    try (OpenedValue value = project.store().open(TOKEN, PROD)) {
      assertNotNull(value);
      assertEquals("sealed to age's key", new String(value.revealBytes(), UTF_8));
    }
  }

  private static String openBlock(String file, String name) {
    return "sed -n '/^\\["
        + name
        + "\\]/,/^-----END/p' secrets/"
        + file
        + " | sed -n '/^-----BEGIN/,$p' | age -d -i prod.identity | tail -n +2";
  }

  private String to() throws IOException {
    String text = project.text("prod.secrets");
    int start = text.indexOf("\nto ") + 4;
    return text.substring(start, text.indexOf('\n', start));
  }

  private byte[] shell(String command) throws Exception {
    Path errors = root.resolve("errors");
    Process process =
        new ProcessBuilder("sh", "-ec", command)
            .directory(root.toFile())
            .redirectError(errors.toFile())
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor(), command + "\n" + Files.readString(errors));
    return output;
  }

  private static boolean hasAge() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "age")));
  }
}
