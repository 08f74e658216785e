package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.value.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GenerateCommandTest {
  private static final String DECLARED =
      """
      [secrets.Plain]
      [secrets.Hex]
      format = "hex"
      [secrets.Base]
      format = "base64"
      [secrets.Id]
      format = "uuid"
      [secrets.Key]
      format = "private-key"
      [secrets.Uri]
      format = "uri"
      [secrets.Strict]
      pattern = "[0-9a-f]{32}"
      [environments]
      eu-west = "prod"
      """;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(DECLARED);
  }

  private String get(String name) {
    return cli.run("get", name, "--type", "dev").succeeds().out();
  }

  private String generated(String... words) {
    Result result = cli.run(words).succeeds();
    String value = get(words[1]);
    result.hides(value);
    return value;
  }

  @ParameterizedTest
  @CsvSource({
    "Plain, [a-zA-Z0-9]{32}, password of 32 characters",
    "Hex, [0-9a-f]{64}, hex of 32 random bytes",
    "Base, [A-Za-z0-9+/]{43}=, base64 of 32 random bytes",
    "Id, [0-9a-f-]{36}, uuid"
  })
  void declaredFormat_decides(String name, String pattern, String told) {
    String[] line = {"generate", name, "--type", "dev"};
    Result result = cli.run(line).succeeds().tellsNothing();
    assertEquals("set " + name + " for dev (v1): " + told + "\n", result.out());
    assertTrue(get(name).matches(pattern), name);
    assertNotEquals(get(name), generated("generate", name, "--type", "dev", "--replace"));
  }

  @Test
  void uuid_isARandomOne() {
    assertEquals(4, UUID.fromString(generated("generate", "Id", "--type", "dev")).version());
  }

  @Test
  void lengthAndFormat_canBeChosen() {
    assertEquals(100, generated("generate", "Plain", "--type", "dev", "--length", "100").length());
    String hex =
        generated(
            "generate", "Plain", "--type", "dev", "--format", "hex", "--length", "16", "--replace");
    assertTrue(hex.matches("[0-9a-f]{32}"));
  }

  @Test
  void password_hasEveryKind() {
    for (int i = 0; i < 20; i++) {
      String[] line = {"generate", "Plain", "--type", "dev", "--length", "8", "--symbols"};
      String value = generated(i == 0 ? line : with(line, "--replace"));
      assertTrue(value.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[-_.~!*+,=@%]).{8}"));
    }
  }

  private static String[] with(String[] words, String last) {
    String[] more = Arrays.copyOf(words, words.length + 1);
    more[words.length] = last;
    return more;
  }

  @Test
  void everyEnvironment_getsAValueOfItsOwn() {
    cli.run("generate", "Hex", "--type", "prod,dev,local").succeeds();
    cli.run("generate", "Hex", "--env", "eu-west").succeeds();
    Set<String> values = new HashSet<>();
    for (String type : new String[] {"prod", "dev", "local"}) {
      values.add(cli.run("get", "Hex", "--type", type).succeeds().out());
    }
    values.add(cli.run("get", "Hex", "--env", "eu-west").succeeds().out());
    assertEquals(4, values.size());
  }

  @ParameterizedTest
  @CsvSource({"ed25519, Ed25519, Ed25519", "ec, EC, SHA256withECDSA", "rsa, RSA, SHA256withRSA"})
  void keyPair_isSetAndItsPublicHalfPrinted(String format, String family, String algorithm)
      throws Exception {
    Result result = cli.run("generate", "Key", "--type", "dev", "--format", format).succeeds();
    String pem = get("Key");
    result.hides(pem).hides("PRIVATE KEY");
    String out = result.out();
    byte[] der = decoded(out.substring(out.indexOf("-----BEGIN PUBLIC")), "PUBLIC");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
    assertTrue(out.endsWith("\nSHA256:" + Base64.getEncoder().encodeToString(digest) + "\n"));
    PublicKey publicKey =
        KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(der));
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(Keys.privateKey(pem));
    signer.update(der);
    byte[] signature = signer.sign();
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(publicKey);
    verifier.update(der);
    assertTrue(verifier.verify(signature));
  }

  private static byte[] decoded(String pem, String kind) {
    String begin = "-----BEGIN " + kind + " KEY-----";
    String body = pem.substring(begin.length(), pem.indexOf("-----END"));
    return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void override_takesOneToo() {
    cli.run("generate", "Plain", "--override")
        .succeeds()
        .prints("set Plain in .secrets.local: password of 32 characters");
    assertTrue(cli.read(".secrets.local").matches("Plain=['\"]?[a-zA-Z0-9]{32}['\"]?\n"));
    refuses("there is a value already: Plain in .secrets.local", "generate", "Plain", "--override");
    cli.run("generate", "Plain", "--override", "--replace").succeeds();
  }

  @Test
  void valueThatIsThere_isKept() {
    cli.input("x").run("set", "Plain", "--type", "dev").succeeds();
    refuses(
        "there is a value already: Plain for dev (v1)\n  fix: pass --replace",
        "generate",
        "Plain",
        "--type",
        "prod,dev");
  }

  @Test
  void valueThatDoesNotMatchThePattern_isNotSet() {
    refuses(
        "does not match the declared pattern [0-9a-f]{32}: nothing was set",
        "generate",
        "Strict",
        "--type",
        "dev");
    cli.run("generate", "Strict", "--type", "dev", "--format", "hex", "--length", "16").succeeds();
  }

  @Test
  void mistakes_areRefusedWithTheMend() {
    refuses("nobody can make one up", "generate", "Uri", "--type", "dev");
    refuses(
        "--format is one of password, hex", "generate", "Plain", "--type", "dev", "--format", "x");
    refuses("similar: base64", "generate", "Plain", "--type", "dev", "--format", "bas64");
    refuses("from 8 to 1024 characters", "generate", "Plain", "--type", "dev", "--length", "7");
    refuses("from 8 to 1024 characters", "generate", "Plain", "--type", "dev", "--length", "x");
    refuses("has one length alone", "generate", "Id", "--type", "dev", "--length", "9");
    refuses("--symbols belongs to", "generate", "Hex", "--type", "dev", "--symbols");
    refuses(
        "does not have the declared format",
        "generate",
        "Hex",
        "--type",
        "dev",
        "--format",
        "uuid");
    cli.run("generate", "Plan", "--type", "dev")
        .exits(ExitStatus.NO)
        .tells("Plan is not declared\n  similar: Plain");
  }

  private void refuses(String message, String... words) {
    Map<String, String> before = cli.files();
    cli.run(words).exits(ExitStatus.USAGE).printsNothing().tells(message);
    assertEquals(before, cli.files());
  }
}
