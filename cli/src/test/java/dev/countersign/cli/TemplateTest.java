package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
  }

  @Test
  void template_isDeclaredAndItsInterfacePrinted() {
    String before = cli.read("secrets.toml");
    Result result = cli.run("declare", "--template", "mongodb").succeeds();
    assertEquals(
        """
        import dev.countersign.Secret;
        import dev.countersign.SecretSet;
        import dev.countersign.runtime.SecretValue;

        @SecretSet
        interface MongoDbSecrets {
          @Secret("MongoDbUri")
          SecretValue mongoDbUri();
        }
        """,
        result.out());
    result.tells(
        "declared MongoDbUri in secrets.toml, which a process may also take from MONGODB_URI\n");
    assertEquals(
        before
            + """

            [secrets.MongoDbUri]
            description = "Connection string, mongodb:// or mongodb+srv://"
            env = ["MONGODB_URI"]
            format = "uri"
            """,
        cli.read("secrets.toml"));
  }

  @Test
  void everyTemplate_fitsBesideAllOthers() {
    Set<String> names = new HashSet<>();
    for (Template template : Template.values()) {
      String id = template.name().toLowerCase(Locale.ROOT);
      cli.run("declare", "--template", id).succeeds();
      for (TemplateSecret secret : template.secrets()) {
        assertTrue(names.add(secret.name().value()), secret.name().value());
        assertTrue(secret.variables().stream().allMatch(name -> name.matches("[A-Z_]+")));
      }
    }
    Result listed = cli.run("list").succeeds().tellsNothing();
    names.forEach(name -> listed.prints(name + " "));
    assertEquals(names.size() + 1, listed.out().lines().count());
  }

  @Test
  void twice_leavesWhatIsThere() throws IOException {
    cli.run("declare", "--template", "stripe", "--types", "prod,preview").succeeds();
    assertTrue(cli.read("secrets.toml").contains("types = [\"prod\", \"preview\"]"));
    cli.run("undeclare", "StripeWebhookSecret").succeeds();
    Map<String, String> before = cli.files();
    cli.run("declare", "--template", "stripe")
        .succeeds()
        .tells("note: StripeSecretKey is declared already, and left as it is")
        .tells("declared StripeWebhookSecret in secrets.toml");
    assertFalse(before.equals(cli.files()));
    before = cli.files();
    cli.run("declare", "--template", "stripe").succeeds();
    assertEquals(before, cli.files());
  }

  @Test
  void clash_declaresNothing() throws IOException {
    cli.declare("[secrets.Db]\nenv = [\"PGPASSWORD\"]\n");
    Map<String, String> before = cli.files();
    cli.run("declare", "--template", "postgres")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("PGPASSWORD");
    assertEquals(before, cli.files());
  }

  @Test
  void mistakes_areRefused() {
    cli.run("declare").exits(ExitStatus.USAGE).tells("NAME is missing");
    cli.run("declare", "--template", "mysql")
        .exits(ExitStatus.USAGE)
        .tells("--template is one of postgres, mongodb, aws");
    cli.run("declare", "--template", "postgrs")
        .exits(ExitStatus.USAGE)
        .tells("\n  similar: postgres\n");
    cli.run("declare", "A", "--template", "aws")
        .exits(ExitStatus.USAGE)
        .tells("exclude each other");
    cli.run("declare", "--template", "aws", "--optional")
        .exits(ExitStatus.USAGE)
        .tells("--optional is about one secret");
  }
}
