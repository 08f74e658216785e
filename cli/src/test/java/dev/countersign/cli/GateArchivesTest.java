package dev.countersign.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of packaging, and what the gate says of each. The names have spaces and umlauts. */
class GateArchivesTest {
  private static final String STORE = "META-INF/countersign/store/payments/";

  @TempDir static Path sources;
  private static Map<String, byte[]> program;
  private static Map<String, byte[]> library;
  private static Map<String, byte[]> unprocessed;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeAll
  static void compile() throws IOException {
    program = Program.compile(sources, "payments", "com.acme.Client", "StripeKey", true);
    library = Program.compile(sources, "metrics", "com.metrics.Metrics", "MetricsKey", true);
    unprocessed = Program.compile(sources, "payments", "com.acme.Client", "StripeKey", false);
  }

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.StripeKey]\n");
  }

  private String pack(Packaging packaging, Map<String, byte[]> files) throws IOException {
    return packaging.pack(temporary, files, library).toString();
  }

  @ParameterizedTest
  @EnumSource(Packaging.class)
  void everythingMissing_isNamedWithItsUsers_andNothingOnceItIsSet(Packaging packaging)
      throws IOException {
    String path = pack(packaging, program);
    cli.run("check", "--type", "prod", path)
        .exits(ExitStatus.NO)
        .prints("StripeKey has no value for prod (Client.key)\n")
        .prints("MetricsKey has no value for prod (Metrics.key)\n")
        .tells("secret: 2 secrets not usable for prod\n");
    set("StripeKey");
    set("MetricsKey");
    cli.run("check", "--type", "prod", path)
        .succeeds()
        .tellsNothing()
        .prints("2 secrets checked for prod: all there, 2 opened\n");
  }

  /** The class files alone tell. */
  @ParameterizedTest
  @EnumSource(Packaging.class)
  void classesWithoutAManifest_areAFailure(Packaging packaging) throws IOException {
    set("StripeKey");
    set("MetricsKey");
    cli.run("check", "--type", "prod", pack(packaging, unprocessed))
        .exits(ExitStatus.UNUSABLE)
        .prints(" has classes with @Secret ")
        .prints(" (Client.key)\n")
        .hides("used by no class")
        .prints("fix: name countersign-processor in annotationProcessorPaths, ");
  }

  @ParameterizedTest
  @EnumSource(value = Packaging.class, names = "IMAGE", mode = EnumSource.Mode.EXCLUDE)
  void packedOverrides_areRefused(Packaging packaging) throws IOException {
    set("StripeKey");
    set("MetricsKey");
    byte[] plain = "StripeKey=hunter2".getBytes(StandardCharsets.UTF_8);
    cli.run("check", "--type", "prod", pack(packaging, with(".secrets.local", plain)))
        .exits(ExitStatus.UNUSABLE)
        .prints("a developer's own values, " + STORE + ".secrets.local, are in plain text in ")
        .hides("hunter2");
  }

  @ParameterizedTest
  @EnumSource(value = Packaging.class, names = "IMAGE", mode = EnumSource.Mode.EXCLUDE)
  void packedStore_isTheOneThatCounts(Packaging packaging) throws IOException {
    set("StripeKey");
    Map<String, byte[]> packed = new TreeMap<>(program);
    for (String file : new String[] {"prod.secrets", "prod.keyring"}) {
      packed.put(STORE + file, Files.readAllBytes(cli.path("secrets/" + file)));
    }
    String path = pack(packaging, packed);
    set("MetricsKey");
    cli.run("check", "--type", "prod", path)
        .exits(ExitStatus.NO)
        .prints("MetricsKey has no value for prod in the store packed into ")
        .prints("  fix: secret set --type prod MetricsKey, and build ")
        .prints("  MetricsKey for prod is not set there and v1 here\n");
    cli.in("elsewhere")
        .run("check", "--type", "prod", path)
        .exits(ExitStatus.NO)
        .prints("MetricsKey has no value for prod in the store packed into ")
        .tells("secret: 1 secret not usable for prod\n");
  }

  private static Map<String, byte[]> with(String name, byte[] content) {
    return Packaging.with(program, STORE + name, content);
  }

  private void set(String name) {
    cli.input("x").run("declare", name);
    cli.input("x").run("set", name, "--type", "prod").succeeds();
  }
}
