package dev.countersign.processor.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in calls and in classes that no processor sees, and values written in the source. */
class NameTest {
  @TempDir Path root;
  PluginProject project;

  @BeforeEach
  void writeTheProject() throws Exception {
    project = new PluginProject(root).declare("GitHubToken", "Key");
  }

  @Test
  void undeclaredNameInCall_isReportedAsInAnAnnotation() throws Exception {
    List<String> statements =
        List.of(
            "secrets.get(\"GitHubTokn\");",
            "secrets.find(\"GitHubTokn\");",
            "secrets.get(\"GitHub\" + \"Tokn\");",
            "secrets.get((NAME));",
            "secrets.get(Client.NAME);",
            "Runnable r = () -> secrets.get(NAME);",
            "new Object() { SecretValue value = secrets.get(NAME); };");
    client(
        "static final String NAME = \"GitHubTokn\";",
        "void run(Secrets secrets) {",
        String.join("\n", statements),
        "}");
    assertEquals(
        statements.stream()
            .map(
                statement ->
                    "ERROR `"
                        + statement
                        + "` [Secret/Undeclared] GitHubTokn is not declared (Client.run(secrets))\n"
                        + "  similar: GitHubToken\n"
                        + "  fix: write \"GitHubToken\", or: secret set --type local GitHubTokn"
                        + "   (declares it too)")
            .toList(),
        project.compile().found());
  }

  @Test
  void everyCall_isReportedAtItsOwnLine() throws Exception {
    client("void run(Secrets s) {", "s.get(\"A\");", "s.get(\"A\"); // again", "}");
    List<String> found = project.compile().found();
    assertEquals(2, found.size(), found.toString());
    assertTrue(found.get(1).contains("// again"), found.get(1));
  }

  @Test
  void soundOrUnknownName_isNoDiagnostic() throws Exception {
    client(
        "static class Other { String get(String name) { return name; } }",
        "void run(Secrets secrets, String name) {",
        "secrets.get(\"GitHubToken\");",
        "secrets.find(\"Key\");",
        "secrets.get(name);",
        "secrets.get(name + \"Token\");",
        "secrets.get(null);",
        "Secrets.of(Map.of(\"Any\", \"x\")).get(\"Any\");",
        "new Other().get(\"Nowhere\");",
        "}");
    assertEquals(List.of(), project.compile().found());
  }

  @Test
  void textThatIsNoName_isReported() throws Exception {
    client("void run(Secrets secrets) {", "secrets.get(\"Git Hub\");", "}");
    List<String> found = project.compile().found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(
        found
            .get(0)
            .startsWith(
                "ERROR `secrets.get(\"Git Hub\");` [Secret/InvalidName] \"Git Hub\" is not the name of a"
                    + " secret (Client.run(secrets))\n  fix: use letters"),
        found.get(0));
  }

  @Test
  void optionalSecret_mustBeFound() throws Exception {
    project.file("secrets.toml", "application = \"shop\"\n[secrets.Dsn]\noptional = true\n");
    client("void run(Secrets secrets) {", "secrets.find(\"Dsn\");", "secrets.get(\"Dsn\");", "}");
    assertEquals(
        List.of(
            "ERROR `secrets.get(\"Dsn\");` [Secret/OptionalMismatch] Dsn is declared optional, but this call"
                + " must have a value (Client.run(secrets))\n  fix: use find(\"Dsn\"), or remove optional ="
                + " true from [secrets.Dsn] in secrets.toml"),
        project.compile().found());
  }

  @Test
  void missingValue_isReportedAsTheProcessorIsTold() throws Exception {
    project.file("secrets.toml", "application = \"shop\"\n[secrets.Key]\n");
    client("void run(Secrets secrets) {", "secrets.get(\"Key\");", "}");
    List<String> found = project.compile().found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(
        found
            .get(0)
            .startsWith(
                "WARNING `secrets.get(\"Key\");` [Secret/Missing] Key has no value for local (Client.run(secrets))"),
        found.get(0));
    assertEquals(List.of(), project.compile("-Acountersign.missing=off").found());
  }

  @Test
  void siteThatNoProcessorSees_isReported() throws Exception {
    List<String[]> sites =
        List.of(
            new String[] {"class A { @Secret(\"Key\") String key; }", "a local class", "A.key"},
            new String[] {
              "new Object() { @Secret(\"Key\") String key; };", "an anonymous class", "Client.run()"
            },
            new String[] {"record B(@Secret(\"Key\") String key) {}", "a local class", "B.key"},
            new String[] {
              "@SecretSet interface C { @Secret(\"Key\") String key(); }",
              "a local class",
              "C.key()"
            },
            new String[] {
              "class D { class E { @Secret(\"Key\") String key; } }", "a local class", "D.E.key"
            },
            new String[] {
              "Supplier<Object> s = () -> new Object() { @Secret(\"Key\") String key; };",
              "an anonymous class",
              "Client.run()"
            },
            new String[] {
              "java.util.function.Consumer<String> c = (@Secret(\"Key\") String k) -> {};",
              "a lambda's parameter",
              "Client.run()"
            },
            new String[] {
              "try { run(); } catch (@Secret(\"Key\") RuntimeException e) {}",
              "a catch clause",
              "Client.run()"
            });
    List<String> lines = sites.stream().map(site -> site[0]).toList();
    client("void run() {", String.join("\n", lines), "}");
    assertEquals(
        sites.stream()
            .map(
                site ->
                    "ERROR `%s` [Secret/UnreachableSite] Key cannot be injected into %s (%s)\n"
                            .formatted((Object[]) site)
                        + "  fix: move it to a class that is not local, or call Secrets.get(\"Key\")")
            .toList(),
        project.compile().found());
  }

  @Test
  void nameInLocalClass_isChecked() throws Exception {
    client(
        "void run() {",
        "class Local {",
        "@Secret(\"Keys\") String key;",
        "@Secret(\"a b\") String other; } }");
    List<String> found = project.compile().found();
    assertEquals(3, found.size(), found.toString());
    assertTrue(
        found
            .get(0)
            .startsWith(
                "ERROR `@Secret(\"Keys\") String key;` [Secret/Undeclared] Keys is not declared (Local.key)"),
        found.get(0));
    assertTrue(found.get(1).contains("[Secret/UnreachableSite] Keys"), found.get(1));
    assertTrue(found.get(2).contains("[Secret/InvalidName] \"a b\""), found.get(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Secret(\"Key\") String key = \"s3cret\";",
        "@Secret(\"Key\") static String key = NAME;",
        "@Secret(\"Key\") Optional<String> key = Optional.of(\"s3cret\");",
        "@Secret(\"Key\") SecretValue key = SecretValue.of(\"s3cret\");",
        "@Secret(\"Key\") char[] key = \"s3cret\".toCharArray();",
        "@Secret(\"Key\") byte[] key = {1, 2, 3};",
        "@Secret(\"Key\") String key; void run() { this.key = \"s3cret\"; }",
        "@Secret(\"Key\") String key; void run(boolean b) { key = b ? \"s3cret\" : null; }",
      })
  void valueInTheSource_isReported(String member) throws Exception {
    client("static final String NAME = \"s3cret\";", member);
    List<String> found = project.compile("-proc:none").found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(
        found
            .get(0)
            .startsWith(
                "WARNING `"
                    + member
                    + "` [Secret/HardcodedSecret] a value of Key is in the source (Client."),
        found.get(0));
    assertTrue(found.get(0).contains("\n  fix: remove it, and: secret set --type local Key"));
    String message = found.get(0).substring(found.get(0).indexOf("[Secret/"));
    assertFalse(message.contains("s3cret"), message);
    assertEquals(List.of(), project.arguments("hardcoded=off").compile("-proc:none").found());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Secret(\"Key\") String key = null;",
        "@Secret(\"Key\") String key = \"\";",
        "@Secret(\"Key\") Optional<String> key = Optional.empty();",
        "@Secret(\"Key\") byte[] key = new byte[0];",
        "@Secret(\"Key\") String key; void run(String other) { key = other; }",
        "String key = \"s3cret\";",
        "@SuppressWarnings(\"Secret/HardcodedSecret\") @Secret(\"Key\") String key = \"s3cret\";",
      })
  void whatIsNoValue_isNoDiagnostic(String member) throws Exception {
    client(member);
    assertEquals(List.of(), project.compile("-proc:none").found());
  }

  private void client(String... members) throws Exception {
    project.client(members);
  }
}
