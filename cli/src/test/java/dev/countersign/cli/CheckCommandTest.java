package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.GitHubToken]\n[secrets.StripeKey]\n");
  }

  @Test
  void everyMissingSecret_isNamedAtOnceWithItsUsers() throws IOException {
    cli.input("x").run("set", "StripeKey", "--type", "dev").succeeds();
    jar("app.jar", manifest("payments", "payments", List.of("GitHubToken", "StripeKey")));
    Result result = cli.run("check", "--type", "prod", "app.jar").exits(ExitStatus.NO);
    assertEquals(
        """
        GitHubToken has no value for prod (Client.gitHubToken)
          fix: secret set --type prod GitHubToken
        StripeKey has no value for prod (Client.stripeKey)
          set for: dev
          fix: secret set --type prod StripeKey
        """,
        result.out());
    result.tells("secret: 2 secrets not usable for prod");
  }

  @Test
  void nothingMissing_isAYes() throws IOException {
    cli.input("x").run("set", "GitHubToken", "--type", "prod").succeeds();
    cli.input("x").run("set", "StripeKey", "--type", "prod").succeeds();
    classes("classes", manifest("payments", "payments", List.of("GitHubToken", "StripeKey")));
    Result result = cli.of("stranger").run("check", "--type", "prod", "classes");
    result.succeeds().tellsNothing();
    assertEquals("2 secrets checked for prod: all there\n", result.out());
  }

  @Test
  void emptyPath_isRefused_ratherThanTheWorkingDirectoryChecked() {
    cli.run("check", "--type", "prod", "").exits(ExitStatus.USAGE).tells("PATH is empty");
  }

  @Test
  void withoutAPath_whatIsDeclaredIsChecked() {
    cli.run("check", "--type", "prod,dev")
        .exits(ExitStatus.NO)
        .prints("GitHubToken has no value for prod\n")
        .prints("StripeKey has no value for dev\n")
        .tells("2 secrets not usable for prod, dev");
  }

  @Test
  void gate_needsNoKey() throws IOException {
    cli.of("stranger").run("check", "--type", "prod").exits(ExitStatus.NO).tells("2 secrets");
  }

  @Test
  void namedEnvironment_isServedByItsType() throws IOException {
    cli.declare("[environments]\neu-west = \"prod\"\n");
    cli.input("x").run("set", "GitHubToken", "--type", "prod").succeeds();
    cli.run("check", "--env", "eu-west")
        .exits(ExitStatus.NO)
        .prints(
            "StripeKey has no value for prod@eu-west\n  fix: secret set --env eu-west StripeKey")
        .tells("1 secret not usable for prod@eu-west");
  }

  @Test
  void override_countsForLocalAlone() throws IOException {
    cli.write(".secrets.local", "GitHubToken=x\nStripeKey=x\n");
    cli.run("check", "--type", "local").succeeds();
    cli.run("check", "--type", "local,dev").exits(ExitStatus.NO);
  }

  @Test
  void optionalAndExternalSecrets_areNotMissing() throws IOException {
    cli.write(
        "secrets.toml",
        """
        application = "payments"
        [secrets.Maybe]
        optional = true
        [secrets.DatabasePassword]
        external = ["prod"]
        """);
    cli.run("check", "--type", "prod")
        .succeeds()
        .prints("supplied by the platform, not checked: DatabasePassword (prod)\n")
        .prints("2 secrets checked for prod: all there, 0 opened\n");
  }

  @Test
  void outdatedValue_isMissing() throws IOException {
    cli.write("secrets.toml", "application = \"payments\"\n[secrets.A]\n");
    cli.input("x").run("set", "A", "--type", "prod").succeeds();
    cli.declare("min-version = { prod = 2 }\n");
    cli.run("check", "--type", "prod")
        .exits(ExitStatus.NO)
        .prints("A has an outdated value for prod, below its min-version");
  }

  @Test
  void damagedStore_isToldBesideWhatIsMissing() throws IOException {
    cli.write("secrets/prod.secrets", "=======\n");
    cli.run("check", "--type", "prod,dev")
        .exits(ExitStatus.UNUSABLE)
        .prints("GitHubToken cannot be read for prod\n  secrets/prod.secrets:1:1: ")
        .prints("GitHubToken has no value for dev");
  }

  @Test
  void recipientThatTheKeyringDoesNotKnow_isToldOnce() throws IOException {
    cli.input("x").run("set", "GitHubToken", "--type", "prod").succeeds();
    cli.input("x").run("set", "StripeKey", "--type", "prod").succeeds();
    String other = "to age1n290rjjhejt8sp8mw4ajjcqjmp99w6tedy9662lzlajaexapla8qrnhx4m";
    cli.write(
        "secrets/prod.secrets",
        cli.read("secrets/prod.secrets").replaceFirst("(?m)^to .*$", other));
    Result result =
        cli.run("check", "--type", "prod")
            .exits(ExitStatus.UNUSABLE)
            .tells("the store is damaged for prod");
    assertEquals(1, result.out().split("`to` is no identity", -1).length - 1, result.out());
  }

  @Test
  void nameDeclaredNoMore_isTold() throws IOException {
    jar("app.jar", manifest("payments", "payments", List.of("GitHubTokn", "StripeKey")));
    cli.run("check", "--type", "prod", "app.jar")
        .exits(ExitStatus.NO)
        .prints(
            """
            GitHubTokn is declared no more (Client.gitHubTokn)
              similar: GitHubToken
              fix: build app.jar again, or: secret declare GitHubTokn
            """);
  }

  @Test
  void secretOfALibrary_mustHaveAValueToo() throws IOException {
    jar("lib.jar", manifest("metrics", "metrics-main", List.of("MetricsKey")));
    cli.run("check", "--type", "prod", "lib.jar")
        .exits(ExitStatus.NO)
        .prints("MetricsKey has no value for prod (Client.metricsKey)")
        .tells("3 secrets not usable");
  }

  @Test
  void declarationOfTheApplication_winsOverALibrarys() throws IOException {
    cli.write(
        "secrets.toml", "application = \"payments\"\n[secrets.MetricsKey]\noptional = true\n");
    jar("lib.jar", manifest("metrics", "metrics-main", List.of("MetricsKey")));
    cli.run("check", "--type", "prod", "lib.jar").succeeds();
  }

  @Test
  void librariesThatDisagree_areBothNamed() throws IOException {
    jar("one.jar", manifest("one", "one", List.of("Shared")));
    Manifest other = manifest("two", "two", List.of("Shared"));
    Map<SecretName, Declaration> declared = new TreeMap<>();
    SecretName name = new SecretName("Shared");
    Declaration plain = Declaration.of(name);
    declared.put(
        name,
        new Declaration(
            name,
            null,
            plain.env(),
            plain.types(),
            null,
            Map.of(),
            plain.format(),
            true,
            plain.external(),
            ""));
    jar(
        "two.jar",
        new Manifest(
            "two",
            new Declarations("two", declared, Map.of(), List.of("")),
            other.digest(),
            other.classes()));
    cli.run("check", "--type", "prod", "one.jar", "two.jar")
        .exits(ExitStatus.NO)
        .prints("Shared is declared differently in one.jar and two.jar");
  }

  @Test
  void sameManifestInTwoPlaces_isReadOnce() throws IOException {
    Manifest manifest = manifest("payments", "payments", List.of("StripeKey"));
    jar("app.jar", manifest);
    classes("classes", manifest);
    cli.run("check", "--type", "prod", "classes", "app.jar")
        .exits(ExitStatus.NO)
        .prints("StripeKey has no value for prod (Client.stripeKey)\n");
  }

  @Test
  void differentManifestsOfOneModule_areRefused() throws IOException {
    jar("app.jar", manifest("payments", "payments", List.of("StripeKey")));
    classes("classes", manifest("payments", "payments", List.of("GitHubToken")));
    cli.run("check", "--type", "prod", "classes", "app.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("classes and app.jar hold different manifests of one module, payments");
  }

  @Test
  void pathWithoutAManifest_isNeverASilentYes() throws IOException {
    cli.write("secrets.toml", "application = \"payments\"\n");
    Files.createDirectory(cli.path("empty"));
    cli.run("check", "--type", "prod", "empty")
        .exits(ExitStatus.UNUSABLE)
        .prints("no manifest in empty")
        .prints("annotationProcessorPaths")
        .tells("secret: 1 error\n");
    cli.run("check", "--type", "prod", "absent.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("absent.jar does not exist");
    cli.write("text.jar", "no jar");
    cli.run("check", "--type", "prod", "text.jar").exits(ExitStatus.UNUSABLE).prints("text.jar");
  }

  @Test
  void jarsWithinAJar_areReadToo() throws IOException {
    ByteArrayOutputStream library = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(library)) {
      write(jar, "", manifest("metrics", "metrics", List.of("MetricsKey")));
    }
    try (OutputStream out = Files.newOutputStream(cli.path("boot.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      write(jar, "BOOT-INF/classes/", manifest("payments", "payments", List.of("StripeKey")));
      write(jar, "BOOT-INF/lib/metrics.jar", library.toByteArray());
    }
    cli.run("check", "--type", "prod", "boot.jar")
        .exits(ExitStatus.NO)
        .prints("MetricsKey has no value for prod (Client.metricsKey)")
        .prints("StripeKey has no value for prod (Client.stripeKey)");
  }

  @Test
  void twoModulesOfOneIdWithinAJar_areBothNamed() throws IOException {
    ByteArrayOutputStream library = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(library)) {
      write(jar, "", manifest("metrics", "same", List.of("MetricsKey")));
    }
    try (OutputStream out = Files.newOutputStream(cli.path("boot.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      write(jar, "", manifest("payments", "same", List.of("StripeKey")));
      write(jar, "BOOT-INF/lib/metrics.jar", library.toByteArray());
    }
    cli.run("check", "--type", "prod", "boot.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints(
            "boot.jar and boot.jar!/BOOT-INF/lib/metrics.jar hold different manifests of one"
                + " module, same");
  }

  @Test
  void shadedJarThatLostAModule_isRefusedWithTheMend() throws IOException {
    String services = "META-INF/services/dev.countersign.runtime.SecretModule";
    shaded(services, "com.example.SecretModule_other\n");
    cli.run("check", "--type", "prod", "fat.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints(
            "com.example.Client uses secrets, but "
                + services
                + " of fat.jar does not list com.example.SecretModule_x")
        .prints("ServicesResourceTransformer");
    shaded(services, "com.example.SecretModule_other\ncom.example.SecretModule_x # ours\n");
    cli.run("check", "--type", "prod", "fat.jar").exits(ExitStatus.NO);
  }

  private void shaded(String services, String lines) throws IOException {
    try (OutputStream out = Files.newOutputStream(cli.path("fat.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      write(jar, "", manifest("payments", "payments", List.of("StripeKey")));
      write(jar, "com/example/Client.class", new byte[0]);
      write(jar, services, lines.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void malformedManifest_isTold() throws IOException {
    Files.createDirectories(cli.path("classes/META-INF/countersign"));
    cli.write("classes/META-INF/countersign/payments.json", "{");
    cli.run("check", "--type", "prod", "classes")
        .exits(ExitStatus.UNUSABLE)
        .prints("payments.json");
  }

  @Test
  void neitherTypeNorEnvironment_isAUsageError() {
    cli.run("check").exits(ExitStatus.USAGE).printsNothing().tells("say for what: --type");
  }

  private static Manifest manifest(String application, String id, List<String> names) {
    Map<SecretName, Declaration> declared = new TreeMap<>();
    List<SecretUse> uses = new ArrayList<>();
    for (String text : names) {
      SecretName name = new SecretName(text);
      declared.put(name, Declaration.of(name));
      String member = Character.toLowerCase(text.charAt(0)) + text.substring(1);
      uses.add(new SecretUse(name, member, "SecretValue", false, false));
    }
    SecretClass client =
        new SecretClass(
            "com.example.Client", SecretClass.Kind.INJECTED, "com.example.SecretModule_x", uses);
    Declarations declarations = new Declarations(application, declared, Map.of(), List.of(""));
    return new Manifest(id, declarations, "0".repeat(64), List.of(client));
  }

  private void jar(String file, Manifest manifest) throws IOException {
    try (OutputStream out = Files.newOutputStream(cli.path(file));
        JarOutputStream jar = new JarOutputStream(out)) {
      write(jar, "", manifest);
    }
  }

  private static void write(JarOutputStream jar, String prefix, Manifest manifest)
      throws IOException {
    String name = prefix + Manifest.DIRECTORY + manifest.id() + ".json";
    write(jar, name, manifest.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(bytes);
  }

  private void classes(String directory, Manifest manifest) throws IOException {
    Path manifests = Files.createDirectories(cli.path(directory).resolve(Manifest.DIRECTORY));
    Files.writeString(manifests.resolve(manifest.id() + ".json"), manifest.toJson());
  }
}
