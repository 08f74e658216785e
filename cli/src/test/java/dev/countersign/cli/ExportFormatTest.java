package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.dotenv.Dotenv;
import dev.countersign.runtime.dotenv.Entry;
import dev.countersign.runtime.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is exported, its readers read back exactly; what they could not, is refused. */
final class ExportFormatTest {
  @TempDir Path temporary;

  @Test
  void dotenv_isReadByOurOwnParser() throws Exception {
    ExportFormat format = ExportFormat.named("dotenv", "x");
    Map<String, String> expected = HardValues.carriedBy(format);
    Map<String, String> read = new LinkedHashMap<>();
    for (Entry entry : Dotenv.parse(format.text(HardValues.exported(expected)))) {
      read.put(entry.name(), entry.value());
    }
    assertEquals(expected, read);
    assertNotNull(format.problem(value("A", "it's $5")));
    assertNull(format.problem(value("A", "it's 5")));
    assertNull(format.problem(value("A", "${HOME}")));
  }

  @Test
  void json_isReadByAParser() throws Exception {
    ExportFormat format = ExportFormat.named("json", "x");
    Map<String, String> all = HardValues.carriedBy(format);
    assertEquals(HardValues.all().size(), all.size());
    assertEquals(all, JsonReader.read(format.text(HardValues.exported(all))));
  }

  @Test
  void yaml_isReadByAParser_asTexts() throws Exception {
    ExportFormat format = ExportFormat.named("yaml", "x");
    Map<String, String> all = HardValues.carriedBy(format);
    assertEquals(HardValues.all().size(), all.size());
    Object read =
        new Load(LoadSettings.builder().build())
            .loadFromString(format.text(HardValues.exported(all)));
    assertEquals(all, read);
  }

  @Test
  void properties_areReadByJava() throws Exception {
    ExportFormat format = ExportFormat.named("properties", "x");
    Map<String, String> all = HardValues.carriedBy(format);
    assertEquals(HardValues.all().size(), all.size());
    Properties read = new Properties();
    read.load(new StringReader(format.text(HardValues.exported(all))));
    assertEquals(all, new TreeMap<Object, Object>(read));
  }

  @Test
  void shell_isReadByShells() throws Exception {
    ExportFormat format = ExportFormat.named("shell", "x");
    Map<String, String> all = HardValues.carriedBy(format);
    assertEquals(HardValues.all().size() - 1, all.size(), "all but the one with NUL");
    Path file = Files.writeString(temporary.resolve("file"), format.text(HardValues.exported(all)));
    for (String shell : Shell.present("sh", "dash", "bash", "zsh", "ksh")) {
      assertEquals(all, variables(List.of(shell, "-c", ". \"$0\" && env -0", file.toString())));
      String evaluated = "eval \"$(cat \"$0\")\" && env -0";
      assertEquals(all, variables(List.of(shell, "-c", evaluated, file.toString())));
    }
  }

  @Test
  void docker_isReadAsItsEnvFilesAre() throws Exception {
    ExportFormat format = ExportFormat.named("docker", "x");
    Map<String, String> carried = HardValues.carriedBy(format);
    Map<String, String> read = new LinkedHashMap<>();
    for (String line : format.text(HardValues.exported(carried)).split("\n", -1)) {
      String stripped = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (!stripped.isEmpty()) {
        int equals = stripped.indexOf('=');
        read.put(stripped.substring(0, equals), stripped.substring(equals + 1));
      }
    }
    assertEquals(carried, read);
    refuses(format, "one\ntwo", "a\r", "\"quoted\"", "'x'", "\u0000", "x".repeat(64 << 10));
    assertNull(format.problem(value("A", "it's # \"fine\" $x")));
  }

  @Test
  void kubernetes_isReadByAYamlParser() throws Exception {
    ExportFormat format = ExportFormat.named("k8s", "payments-prod");
    Map<String, String> all = HardValues.carriedBy(format);
    assertEquals(HardValues.all().size(), all.size());
    Object read =
        new Load(LoadSettings.builder().build())
            .loadFromString(format.text(HardValues.exported(all)));
    Map<?, ?> secret = (Map<?, ?>) read;
    assertEquals("v1", secret.get("apiVersion"));
    assertEquals("Secret", secret.get("kind"));
    assertEquals(Map.of("name", "payments-prod"), secret.get("metadata"));
    Map<String, String> data = new TreeMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) secret.get("data")).entrySet()) {
      byte[] bytes = Base64.getDecoder().decode((String) entry.getValue());
      data.put((String) entry.getKey(), new String(bytes, StandardCharsets.UTF_8));
    }
    assertEquals(all, data);
    assertNull(format.problem(new ExportedValue("A", new byte[] {(byte) 0xFF})));
    refuses(format, "x".repeat((1 << 20) + 1));
  }

  @Test
  void systemd_isReadByTheRulesOfEnvironmentFile() throws Exception {
    ExportFormat format = ExportFormat.named("systemd", "x");
    Map<String, String> carried = HardValues.carriedBy(format);
    assertEquals(carried, EnvironmentFile.read(format.text(HardValues.exported(carried))));
    refuses(format, "\u0000", "a\rb", "\u001b");
    assertNull(format.problem(value("A", "a\n\t\"$`\\'")));
  }

  @Test
  void github_isReadAsItsEnvironmentFilesAre() throws Exception {
    ExportFormat format = ExportFormat.named("github", "x");
    Map<String, String> carried = HardValues.carriedBy(format);
    assertEquals(HardValues.all().size() - 1, carried.size());
    Map<String, String> read = new LinkedHashMap<>();
    Matcher matcher =
        Pattern.compile("\\G(\\w+)<<(end-[-0-9a-f]{36})\n(?s:(.*?))\n\\2\n")
            .matcher(format.text(HardValues.exported(carried)));
    while (matcher.find()) {
      read.put(matcher.group(1), matcher.group(3));
    }
    assertEquals(carried, read);
    String masks = GitHubExport.masks(HardValues.exported(carried));
    assertEquals(
        "::add-mask::100%2525%0Anext\n",
        GitHubExport.masks(List.of(value("A", "100%25\nnext"), value("B", " "))));
    assertFalse(masks.contains("\r"));
    assertTrue(masks.lines().allMatch(line -> line.startsWith("::add-mask::")));
  }

  @Test
  void bytesThatAreNoText_onlyKubernetesCarries() throws Exception {
    for (String id : ExportFormat.IDS) {
      String problem =
          ExportFormat.named(id, "x").problem(new ExportedValue("A", new byte[] {(byte) 0xC3}));
      assertEquals(id.equals("k8s") ? null : "is not UTF-8 text", problem, id);
    }
  }

  @Test
  void variablesLargerThanLinuxTakes_areRefused() throws Exception {
    String largest = "x".repeat((128 << 10) - 3);
    for (String id : List.of("shell", "github", "systemd")) {
      ExportFormat format = ExportFormat.named(id, "x");
      assertNull(format.problem(value("A", largest)));
      refuses(format, largest + "x");
    }
  }

  private static void refuses(ExportFormat format, String... values) {
    for (String value : values) {
      String problem = format.problem(value("A", value));
      assertNotNull(problem);
      assertFalse(value.length() > 3 && problem.contains(value));
    }
  }

  /** Returns what a process that a command starts has in its environment, ours alone. */
  private static Map<String, String> variables(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(List.of("PATH"));
    Process process = builder.start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), errors);
    Map<String, String> variables = new TreeMap<>();
    for (String variable : all.split("\0", -1)) {
      int equals = variable.indexOf('=');
      if (variable.startsWith("V")) {
        variables.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return variables;
  }

  private static ExportedValue value(String name, String text) {
    return new ExportedValue(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
