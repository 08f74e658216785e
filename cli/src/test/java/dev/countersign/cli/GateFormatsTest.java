package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.cli.gate.GateFormat;
import dev.countersign.cli.gate.GateRule;
import dev.countersign.runtime.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** The five forms of one report, as those read them that they are for. */
class GateFormatsTest {
  @TempDir Path temporary;
  private Cli cli;

  /** A missing one, a malformed one, one of the platform's, an unused one, and one that is well. */
  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(
        """
        [secrets.GitHubToken]
        [secrets.Port]
        [secrets.DatabasePassword]
        external = ["prod"]
        [secrets.Spare]
        """);
    cli.input("x").run("set", "Port", "--type", "prod").succeeds();
    cli.input("x").run("set", "Spare", "--type", "prod").succeeds();
    cli.write(
        "secrets.toml",
        cli.read("secrets.toml").replace("[secrets.Port]", "[secrets.Port]\nformat = \"integer\""));
    Built.at(cli, "target/classes", "GitHubToken", "Port", "DatabasePassword");
  }

  private Result check(GateFormat format) {
    return cli.run("check", "--type", "prod", "--format", format.id(), "target/classes")
        .exits(ExitStatus.NO)
        .tells("secret: 2 secrets not usable for prod\n");
  }

  @Test
  void text_isForPeople() {
    assertEquals(
        """
        GitHubToken has no value for prod (Client.gitHubToken)
          fix: secret set --type prod GitHubToken
        the value of Port for prod does not have the declared format integer (Client.port)
          fix: secret set --type prod Port
        declared, and used by no class: Spare
        supplied by the platform, not checked: DatabasePassword (prod)
        """,
        check(GateFormat.TEXT).out());
  }

  @Test
  void json_hasFindingsAndEverySecret() throws Exception {
    Map<?, ?> report = (Map<?, ?>) JsonReader.read(check(GateFormat.JSON).out());
    assertEquals(1L, report.get("status"));
    assertEquals(List.of("prod"), report.get("environments"));
    assertEquals(2L, report.get("opened"));
    assertEquals(List.of("target/classes"), report.get("artifacts"));
    List<?> findings = (List<?>) report.get("findings");
    Map<?, ?> first = (Map<?, ?>) findings.get(0);
    assertEquals(
        Map.of(
            "rule", "missing",
            "level", "error",
            "status", 1L,
            "secret", "GitHubToken",
            "environment", "prod",
            "file", "secrets.toml",
            "line", line("[secrets.GitHubToken]"),
            "fact", "GitHubToken has no value for prod",
            "fix", "secret set --type prod GitHubToken",
            "users",
                List.of(
                    Map.of(
                        "class",
                        "com.example.Client",
                        "member",
                        "gitHubToken",
                        "in",
                        "target/classes"))),
        first);
    List<?> secrets = (List<?>) report.get("secrets");
    assertEquals(4, secrets.size());
    Map<?, ?> port = (Map<?, ?>) secrets.get(2);
    assertEquals("Port", port.get("name"));
    assertEquals(Map.of("prod", Map.of("state", "set", "version", 1L)), port.get("environments"));
  }

  private long line(String text) {
    return cli.read("secrets.toml").lines().toList().indexOf(text) + 1L;
  }

  /** Holds what the schema of SARIF 2.1.0 demands of what we write, and what code scanning does. */
  @Test
  void sarif_isValid_andPointsAtTheDeclarations() throws Exception {
    Map<?, ?> log = (Map<?, ?>) JsonReader.read(check(GateFormat.SARIF).out());
    assertEquals("2.1.0", log.get("version"));
    Map<?, ?> run = (Map<?, ?>) ((List<?>) log.get("runs")).get(0);
    Map<?, ?> driver = (Map<?, ?>) ((Map<?, ?>) run.get("tool")).get("driver");
    assertEquals("Countersign", driver.get("name"));
    List<?> rules = (List<?>) driver.get("rules");
    Set<Object> ids = new HashSet<>();
    for (Object each : rules) {
      Map<?, ?> rule = (Map<?, ?>) each;
      assertTrue(ids.add(rule.get("id")), "ids are unique");
      for (String text : new String[] {"shortDescription", "fullDescription", "help"}) {
        assertFalse(((Map<?, ?>) rule.get(text)).get("text").toString().isEmpty());
      }
      assertLevel(((Map<?, ?>) rule.get("defaultConfiguration")).get("level"));
    }
    List<?> results = (List<?>) run.get("results");
    assertEquals(3, results.size(), "the platform's is a notification");
    for (Object each : results) {
      Map<?, ?> result = (Map<?, ?>) each;
      int index = ((Long) result.get("ruleIndex")).intValue();
      assertEquals(((Map<?, ?>) rules.get(index)).get("id"), result.get("ruleId"));
      assertLevel(result.get("level"));
      assertFalse(((Map<?, ?>) result.get("message")).get("text").toString().isEmpty());
      Map<?, ?> location = (Map<?, ?>) ((List<?>) result.get("locations")).get(0);
      Map<?, ?> place = (Map<?, ?>) location.get("physicalLocation");
      assertEquals("secrets.toml", ((Map<?, ?>) place.get("artifactLocation")).get("uri"));
      assertTrue((Long) ((Map<?, ?>) place.get("region")).get("startLine") >= 1);
      assertEquals(1, ((Map<?, ?>) result.get("partialFingerprints")).size());
    }
    Map<?, ?> invocation = (Map<?, ?>) ((List<?>) run.get("invocations")).get(0);
    assertEquals(true, invocation.get("executionSuccessful"));
    assertEquals(1L, invocation.get("exitCode"));
    assertEquals(1, ((List<?>) invocation.get("toolExecutionNotifications")).size());
  }

  private static void assertLevel(Object level) {
    assertTrue(Set.of("none", "note", "warning", "error").contains(level), () -> "" + level);
  }

  @Test
  void sarif_namesFilesFromTheTopOfTheRepository_asReferences() throws Exception {
    Path project = Files.createDirectories(cli.project().resolve("diens te/zahlüng"));
    Files.createDirectories(cli.path(".git"));
    Files.copy(cli.path("secrets.toml"), project.resolve("secrets.toml"));
    cli.run("check", "-C", project.toString(), "--type", "dev", "--format", "sarif")
        .exits(ExitStatus.NO)
        .prints("\"uri\": \"diens%20te/zahl%C3%BCng/secrets.toml\"");
    cli.run("check", "-C", project.toString(), "--type", "dev", "--format", "github")
        .exits(ExitStatus.NO)
        .prints("::error file=diens te/zahlüng/secrets.toml,line=" + line("[secrets.GitHubToken]"));
  }

  @Test
  void github_annotatesTheLinesOfTheDeclarations() {
    assertEquals(
        "::error file=secrets.toml,line="
            + line("[secrets.GitHubToken]")
            + ",title=GitHubToken%3A a needed secret has no value::GitHubToken has no value for prod"
            + " (Client.gitHubToken)%0A  fix: secret set --type prod GitHubToken",
        check(GateFormat.GITHUB).out().lines().findFirst().orElseThrow());
    for (String line : check(GateFormat.GITHUB).out().lines().toList()) {
      assertTrue(line.matches("::(error|warning|notice) [^\\n]*::.+"), line);
    }
  }

  @Test
  void github_escapesWhatWouldEndACommand() throws IOException {
    cli.run("check", "--type", "prod", "--format", "github", "a,b:100%.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("title=an artifact cannot be read::a,b:100%25.jar does not exist%0A  fix: build");
    cli.write("a,b:100%.jar", "no jar");
    cli.run("check", "--type", "prod", "--format", "github", "a,b:100%.jar")
        .exits(ExitStatus.UNUSABLE)
        .prints("::error file=a%2Cb%3A100%25.jar,title=");
  }

  @Test
  void junit_hasATestForEachSecretAndEnvironment() throws Exception {
    Element suites = xml(check(GateFormat.JUNIT).out());
    assertEquals("testsuites", suites.getTagName());
    Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
    assertEquals("4", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals("0", suite.getAttribute("errors"));
    assertEquals("1", suite.getAttribute("skipped"));
    Element first = (Element) suite.getElementsByTagName("testcase").item(1);
    assertEquals("secrets.prod", first.getAttribute("classname"));
    assertEquals("GitHubToken", first.getAttribute("name"));
    Element failure = (Element) first.getElementsByTagName("failure").item(0);
    assertEquals("missing", failure.getAttribute("type"));
    assertTrue(failure.getTextContent().endsWith("\n  fix: secret set --type prod GitHubToken"));
  }

  @Test
  void junit_escapesWhatXmlDoesNotAllow() throws Exception {
    String path = "a<&>\"\u0001]]>.jar";
    Result result = cli.run("check", "--type", "prod", "--format", "junit", path);
    Element suites = xml(result.exits(ExitStatus.UNUSABLE).out());
    Element error = (Element) suites.getElementsByTagName("error").item(0);
    assertEquals("a<&>\"\uFFFD]]>.jar does not exist", error.getAttribute("message"));
  }

  private static Element xml(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes))
        .getDocumentElement();
  }

  /** The exit status is that of the findings, whatever the form. */
  @ParameterizedTest
  @EnumSource(GateFormat.class)
  void malformedDeclarations_areAReportToo(GateFormat format) throws IOException {
    cli.declare("[secrets.Other]\nformt = \"x\"\n");
    Result result = cli.run("check", "--type", "prod", "--format", format.id());
    result.exits(ExitStatus.UNUSABLE);
    assertTrue((result.out() + result.err()).contains("formt"), result.out());
  }

  @ParameterizedTest
  @EnumSource(GateFormat.class)
  void nothingMissing_isAYesInEveryForm(GateFormat format) throws IOException {
    cli.write("secrets.toml", "application = \"payments\"\n[secrets.Port]\n");
    cli.run("check", "--type", "prod", "--format", format.id()).succeeds().tellsNothing();
  }

  @ParameterizedTest
  @EnumSource
  void controlCharactersOfNames_neverReachATerminal(GateFormat format) {
    Result result =
        cli.run("check", "--type", "prod", "--format", format.id(), "e\u001b[31mvil\r.jar");
    result.exits(ExitStatus.UNUSABLE).prints("[31mvil");
    assertTrue(result.out().chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
  }

  @Test
  void unknownFormat_isAUsageError() {
    cli.run("check", "--type", "prod", "--format", "xml")
        .exits(ExitStatus.USAGE)
        .tells("\"xml\" is not a format, which are text, json, sarif, github, junit");
  }

  @Test
  void keysOfOthers_areToldAndNoFault() throws IOException {
    cli.write("secrets.toml", "application = \"payments\"\n[secrets.Port]\n");
    Cli stranger = cli.of("stranger");
    stranger.run("identity", "new").succeeds();
    stranger
        .run("check", "--type", "prod")
        .succeeds()
        .prints("note: the values of type prod were not opened: this identity is not a reader")
        .prints("1 secret checked for prod: all there, 0 opened\n");
    stranger
        .run("check", "--type", "prod", "--no-key")
        .succeeds()
        .prints("1 secret checked for prod: all there\n");
    stranger
        .variable("COUNTERSIGN_KEY", "nonsense")
        .run("check", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .prints("COUNTERSIGN_KEY")
        .hides("nonsense");
  }

  @Test
  void documentation_tellsEveryRule() throws IOException {
    String page = Files.readString(Path.of("../docs/gate.md"));
    for (GateRule rule : GateRule.values()) {
      assertTrue(page.contains("| `" + rule.id() + "` |"), "docs/gate.md lacks " + rule.id());
    }
  }
}
