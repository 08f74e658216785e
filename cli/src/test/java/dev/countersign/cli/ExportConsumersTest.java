package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.json.JsonReader;
import dev.countersign.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported, the programs that it is for read back exactly, where they are installed. */
final class ExportConsumersTest {
  private static final Path NPM = Path.of("../runtime/src/test/npm");
  private static final String NODE_JSON =
      "const text = require('fs').readFileSync(0, 'utf8');"
          + " process.stdout.write(JSON.stringify(JSON.parse(text)))";
  private static final String PYTHON_YAML =
      "import json, sys, yaml;"
          + " json.dump(yaml.safe_load(open(sys.argv[1], encoding='utf-8')), sys.stdout)";

  @TempDir Path temporary;

  @Test
  void dotenv_isReadByDotenvAndDotenvx() throws Exception {
    assumeTrue(isThere("node", "--version"), "no Node");
    assumeTrue(
        Files.isDirectory(NPM.resolve("node_modules")),
        "the npm programs are not installed: npm ci --prefix runtime/src/test/npm");
    ExportFormat format = ExportFormat.named("dotenv", "x");
    Map<String, String> carried = HardValues.carriedBy(format);
    String texts = new JsonWriter().strings(List.of(text(format, carried))).finish();
    Map<?, ?> reading = (Map<?, ?>) ((List<?>) read(NPM, texts, "node", "read.js")).get(0);
    assertEquals(carried, reading.get("dotenv"));
    assertEquals(carried, reading.get("dotenvx"));
  }

  @Test
  void json_isReadByNode() throws Exception {
    assumeTrue(isThere("node", "--version"), "no Node");
    ExportFormat format = ExportFormat.named("json", "x");
    Map<String, String> all = HardValues.carriedBy(format);
    assertEquals(all, read(temporary, text(format, all), "node", "-e", NODE_JSON));
  }

  @Test
  void yaml_isReadByAnotherParserThanOurs() throws Exception {
    assumeTrue(isThere("python3", "-c", "import yaml"), "no python3 with PyYAML");
    ExportFormat format = ExportFormat.named("yaml", "x");
    Map<String, String> all = HardValues.carriedBy(format);
    Path file = Files.writeString(temporary.resolve("file.yaml"), text(format, all));
    assertEquals(all, read(temporary, "", "python3", "-c", PYTHON_YAML, file.toString()));
  }

  @Test
  void kubernetes_isReadByAnotherParserThanOurs() throws Exception {
    assumeTrue(isThere("python3", "-c", "import yaml"), "no python3 with PyYAML");
    ExportFormat format = ExportFormat.named("k8s", "payments-prod");
    String text = text(format, Map.of("Token", "ß\n"));
    Path file = Files.writeString(temporary.resolve("file.yaml"), text);
    assertEquals(
        Map.of(
            "apiVersion", "v1",
            "kind", "Secret",
            "metadata", Map.of("name", "payments-prod"),
            "type", "Opaque",
            "data", Map.of("Token", "w58K")),
        read(temporary, "", "python3", "-c", PYTHON_YAML, file.toString()));
  }

  private static String text(ExportFormat format, Map<String, String> values) {
    return format.text(HardValues.exported(values));
  }

  private static boolean isThere(String... line) throws InterruptedException {
    try {
      return new ProcessBuilder(line).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns what a program prints, read as JSON. */
  private Object read(Path directory, String input, String... line) throws Exception {
    Path in = Files.writeString(temporary.resolve("in"), input);
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process program =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertEquals(0, program.waitFor(), Files.readString(err));
    return JsonReader.read(Files.readString(out));
  }
}
