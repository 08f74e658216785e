package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/ci.md, in checkouts as the services make them, with no key. */
final class ContinuousIntegrationIT {
  private static final String LABEL =
      "contains(github.event.pull_request.labels.*.name, 'keys-reviewed')"
          + " && '--accept-keys' || ''";
  private static final String FIRST = "application = \"payments\"\n\n[secrets.StripeKey]\n";
  private static final String SECOND = "\n[secrets.WebhookKey]\n";

  @TempDir Path temporary;
  private GitProject origin;

  @BeforeEach
  void makeBase() throws Exception {
    assumeFalse(Shell.present("curl --version").isEmpty(), "curl is not installed");
    origin = GitProject.create(temporary);
    origin.write("secrets.toml", FIRST);
    origin.cli().input("one").run("set", "--type", "prod", "StripeKey").succeeds();
    origin.commit("StripeKey");
    origin.git("checkout", "--quiet", "-b", "feature");
    origin.write("secrets.toml", FIRST + SECOND);
  }

  @Test
  void gitHub_whatIsRight_passes() throws Exception {
    setWebhookKey();
    Map<String, Result> steps = gitHub("");
    assertEquals(List.of("Install", "Verify", "Check", "Report"), List.copyOf(steps.keySet()));
    steps.values().forEach(Result::succeeds);
    assertEquals("2 secrets checked for prod: all there\n", steps.get("Check").out());
  }

  @Test
  void gitHub_missingValue_isAnnotated() throws Exception {
    origin.commit("WebhookKey, without a value");
    Map<String, Result> steps = gitHub("");
    steps.get("Verify").succeeds();
    Result check = steps.get("Check").exits(ExitStatus.NO);
    assertShown(check.out() + check.err());
    steps.get("Report").exits(ExitStatus.NO);
    String sarif = Files.readString(temporary.resolve("checkout/secrets.sarif"));
    assertTrue(sarif.contains("\"ruleId\": \"missing\""), sarif);
  }

  @Test
  void gitHub_anotherReader_isRefusedUntilTheLabelIsPut() throws Exception {
    String reader = addReader();
    Map<String, Result> steps = gitHub("");
    assertShown(line(steps.get("Verify").exits(ExitStatus.NO), reader));
    steps.get("Check").succeeds();
  }

  @Test
  void gitHub_anotherReader_isAcceptedWithTheLabel() throws Exception {
    addReader();
    gitHub("--accept-keys").values().forEach(Result::succeeds);
  }

  @Test
  void gitLab_whatIsRight_passes() throws Exception {
    setWebhookKey();
    gitLab("bug").succeeds().prints("2 secrets checked for prod: all there\n");
    assertTrue(junit().contains("tests=\"2\" failures=\"0\" errors=\"0\""), junit());
  }

  @Test
  void gitLab_missingValue_isATestThatFails() throws Exception {
    origin.commit("WebhookKey, without a value");
    gitLab("").exits(ExitStatus.NO).prints("WebhookKey has no value for prod");
    assertTrue(junit().contains("tests=\"2\" failures=\"1\" errors=\"0\""), junit());
  }

  @Test
  void gitLab_anotherReader_isRefusedUntilTheLabelIsPut() throws Exception {
    addReader();
    gitLab("bug,not-keys-reviewed").exits(ExitStatus.NO);
  }

  @Test
  void gitLab_anotherReader_isAcceptedWithTheLabel() throws Exception {
    addReader();
    gitLab("bug,keys-reviewed").succeeds();
  }

  private void setWebhookKey() {
    origin.cli().input("two").run("set", "--type", "prod", "WebhookKey").succeeds();
    origin.commit("WebhookKey");
  }

  private String addReader() throws IOException {
    Cli other = origin.cli().of("mallory");
    other.run("identity", "new").succeeds();
    String reader = other.run("identity", "show").succeeds().out().strip();
    setWebhookKey();
    origin.secret("reader", "add", "mallory", reader, "--type", "prod").succeeds();
    origin.commit("another reader");
    return reader;
  }

  /** Runs the job on the merge with the base branch, which is what GitHub checks out. */
  private Map<String, Result> gitHub(String label) throws Exception {
    GitProject checkout = checkout("main");
    checkout.git("merge", "--quiet", "--no-edit", "origin/feature");
    return pipeline(0, "jobs", "secrets")
        .expression("vars.COUNTERSIGN_ARCHIVE", Archives.tarball().toUri().toString())
        .expression("vars.COUNTERSIGN_SHA256", digest())
        .expression("github.base_ref", "main")
        .expression(LABEL, label)
        .runSteps(Files.createDirectory(temporary.resolve("runner-temp")));
  }

  /** Runs the job on the branch itself, as GitLab does unless told otherwise. */
  private Result gitLab(String labels) throws Exception {
    GitProject checkout = checkout("feature");
    return pipeline(1, "secrets")
        .variable("COUNTERSIGN_ARCHIVE", Archives.tarball().toUri().toString())
        .variable("COUNTERSIGN_SHA256", digest())
        .variable("CI_MERGE_REQUEST_LABELS", labels)
        .variable(
            "CI_MERGE_REQUEST_DIFF_BASE_SHA",
            checkout.git("merge-base", "origin/main", "HEAD").strip())
        .runLines();
  }

  private Pipeline pipeline(int block, String... path) throws IOException {
    return Pipeline.read(block, temporary.resolve("checkout"), path)
        .variable("HOME", Files.createDirectory(temporary.resolve("runner-home")).toString())
        .variable("JAVA_HOME", System.getProperty("java.home"))
        .variable("GIT_CONFIG_NOSYSTEM", "1");
  }

  /** Makes a clone with a branch checked out and with what mvn would have built. */
  private GitProject checkout(String branch) throws IOException {
    GitProject checkout = origin.cloned("runner", "checkout");
    checkout.git("checkout", "--quiet", "--detach", "origin/" + branch);
    Path jar = Files.createDirectory(temporary.resolve("checkout/target")).resolve("payments.jar");
    SecretUse stripe = use("StripeKey", "stripeKey");
    SecretUse webhook = use("WebhookKey", "webhookKey");
    SecretClass user =
        new SecretClass(
            "Payments", SecretClass.Kind.INJECTED, "SecretModule_x", List.of(stripe, webhook));
    Map<SecretName, Declaration> declared =
        Map.of(
            stripe.name(), Declaration.of(stripe.name()),
            webhook.name(), Declaration.of(webhook.name()));
    Declarations declarations = new Declarations("payments", declared, Map.of(), List.of(""));
    Manifest manifest = new Manifest("payments", declarations, "0".repeat(64), List.of(user));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(Manifest.DIRECTORY + "payments.json"));
      out.write(manifest.toJson().getBytes(StandardCharsets.UTF_8));
    }
    return checkout;
  }

  private static SecretUse use(String name, String member) {
    return new SecretUse(new SecretName(name), member, "SecretValue", false, false);
  }

  private static String digest() throws Exception {
    byte[] archive = Files.readAllBytes(Archives.tarball());
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
  }

  private String junit() throws IOException {
    return Files.readString(temporary.resolve("checkout/secrets.xml"));
  }

  /** Returns the error about a reader as the page shows it. */
  private static String line(Result verify, String reader) {
    String text = (verify.out() + verify.err()).replace(reader, "age1…");
    int start = text.indexOf("error: ");
    return text.substring(start, text.indexOf("\n", text.indexOf("  fix: ")) + 1);
  }

  private static void assertShown(String said) throws IOException {
    String page = Files.readString(Pipeline.PAGE);
    assertTrue(page.contains("```\n" + said + "```\n"), "docs/ci.md does not show\n" + said);
  }
}
