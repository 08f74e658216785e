package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class DeclarationsEditorTest {
  private static final SecretName TOKEN = new SecretName("GitHubToken");
  private static final String TABLES =
      """
      # top
      application = 'payments'   # why

      [secrets.StripeKey]  # ours
        env = [
         "STRIPE_KEY", # c
       ]

      # about the hook
      [secrets.WebhookKey]
      optional=true

      # where we run
      [environments]
      eu-west = "prod"
      """;

  @Test
  void newProject_declaresItsNameOnly() {
    String toml = DeclarationsEditor.create("payments");
    assertEquals("payments", ReadToml.read(toml).application());
    assertEquals(List.of(), ReadToml.read(toml).secrets());
    assertThrows(IllegalArgumentException.class, () -> DeclarationsEditor.create("Not valid"));
  }

  @Test
  void firstSecret_isDeclaredBehindTheName() throws Exception {
    assertEquals(
        """
        application = "a"

        [secrets.GitHubToken]
        description = "For deployments"
        env = ["GITHUB_TOKEN"]
        """,
        DeclarationsEditor.declare(
            "application = \"a\"\n", TOKEN, "For deployments", List.of("GITHUB_TOKEN")));
  }

  @Test
  void secretBesideTables_leavesEverythingElse() throws Exception {
    assertEquals(TABLES + "\n[secrets.GitHubToken]\n", declare(TABLES));
  }

  @Test
  void secretBesideCarriageReturns_isWrittenWithThem() throws Exception {
    assertEquals(
        "application = \"a\"\r\n\r\n[secrets.GitHubToken]\r\nenv = [\"T\"]\r\n",
        DeclarationsEditor.declare("application = \"a\"\r\n", TOKEN, null, List.of("T")));
  }

  @Test
  void textWithoutALastLineEnd_staysWithoutOne() throws Exception {
    assertEquals("application = \"a\"\n\n[secrets.GitHubToken]", declare("application = \"a\""));
    assertEquals(
        "application = \"a\"\r\n[secrets.A]\r\n\r\n[secrets.GitHubToken]",
        declare("application = \"a\"\r\n[secrets.A]"));
  }

  @Test
  void secretBesideDottedKeysOrInlineTables_isReadBack() throws Exception {
    for (String toml :
        List.of(
            "application = \"a\"\nsecrets.A.env = []\n",
            "application = \"a\"\nsecrets = { A = { env = [] }, B = {} }\n",
            "application = \"a\"\nsecrets = {}\n",
            "application = \"a\"\n[secrets]\nA = {}  # a\nB.env = []\n\n[environments]\n",
            "application = \"a\"\n[secrets]\n[environments]\neu = \"prod\"\n",
            "application = \"a\"\n[secrets.A.min-version]\nprod = 1\n[secrets.A]\nenv = []\n")) {
      String declared = DeclarationsEditor.declare(toml, TOKEN, "what for", List.of("T"));
      DeclaredSecret secret = secret(declared);
      assertEquals("what for", secret.declaration().description());
      assertEquals(List.of("T"), secret.declaration().env());
      assertEquals(toml, DeclarationsEditor.undeclare(declared, TOKEN));
    }
  }

  @Test
  void everythingADeclarationSays_isWrittenAndReadBack() throws Exception {
    Declaration whole =
        new Declaration(
            TOKEN,
            "line one\n\"line two\" \\ é \u0001\u007F\ttab",
            List.of("T1", "T2"),
            Set.of(EnvironmentType.PROD, EnvironmentType.DEV),
            "sk_\\w+'\"",
            Map.of(EnvironmentType.PROD, 4, EnvironmentType.DEV, 2),
            Format.PRIVATE_KEY,
            true,
            Set.of(EnvironmentType.PROD),
            "");
    for (String toml : List.of(TABLES, "application = \"a\"\r\nsecrets = {}\r\n")) {
      assertEquals(whole, secret(DeclarationsEditor.declare(toml, whole)).declaration());
    }
  }

  @Test
  void undeclaredSecret_goesWithItsCommentAndNothingElse() throws Exception {
    assertEquals(
        TABLES.replace("# about the hook\n[secrets.WebhookKey]\noptional=true\n\n", ""),
        DeclarationsEditor.undeclare(TABLES, new SecretName("WebhookKey")));
    assertEquals(
        TABLES.replace(
            "[secrets.StripeKey]  # ours\n  env = [\n   \"STRIPE_KEY\", # c\n ]\n\n", ""),
        DeclarationsEditor.undeclare(TABLES, new SecretName("StripeKey")));
  }

  @Test
  void undeclaredSecretInParts_goesWithAllOfThem() throws Exception {
    assertEquals(
        "application = \"a\"\n[secrets.B]\n",
        DeclarationsEditor.undeclare(
            "application = \"a\"\n[secrets.A.min-version]\nprod = 1\n[secrets.B]\n[secrets.A]\n",
            new SecretName("A")));
  }

  @Test
  void declaredName_isRefusedAtItsPlace() {
    assertRefused(
        "secrets.toml:2:1: GitHubToken is declared already",
        () -> declare("application = \"a\"\n[secrets.GitHubToken]\n"));
  }

  @Test
  void nameThatDiffersInCase_isRefused() {
    assertRefused(
        "secrets.toml:4:1: GitHubToken differs only in case from GithubToken (line 2): keep one",
        () -> declare("application = \"a\"\n[secrets.GithubToken]\n"));
  }

  @Test
  void variableThatClashes_isRefused() {
    assertRefused(
        "secrets.toml:4:8: PATH is a variable of the system's: choose another",
        () -> DeclarationsEditor.declare("application = \"a\"\n", TOKEN, null, List.of("PATH")));
  }

  @Test
  void unknownName_cannotBeUndeclared() {
    assertRefused(
        "secrets.toml: GitHubToken is not declared here",
        () -> DeclarationsEditor.undeclare(TABLES, TOKEN));
  }

  @Test
  void malformedText_isNotEdited() {
    assertRefused(
        "secrets.toml:1:3: expected . or = instead of end of line", () -> declare("ap\n"));
    assertRefused(
        "secrets.toml:1:1: the file starts with a byte order mark: save it without one",
        () -> declare("\uFEFFapplication = \"a\"\n"));
  }

  private static String declare(String toml) throws MalformedDeclarationsException {
    return DeclarationsEditor.declare(toml, Declaration.of(TOKEN));
  }

  private static DeclaredSecret secret(String toml) {
    for (DeclaredSecret secret : ReadToml.read(toml).secrets()) {
      if (secret.declaration().name().equals(TOKEN)) {
        return secret;
      }
    }
    throw new AssertionError("not declared: " + toml);
  }

  private static void assertRefused(String message, Executable edit) {
    assertEquals(message, assertThrows(MalformedDeclarationsException.class, edit).getMessage());
  }
}
