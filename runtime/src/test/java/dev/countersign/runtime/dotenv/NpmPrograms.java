package dev.countersign.runtime.dotenv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.countersign.runtime.json.JsonReader;
import dev.countersign.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code dotenv} and {@code dotenvx} programs, of the versions that {@code src/test/npm} names
 * and {@code npm ci} has put there.
 */
final class NpmPrograms {
  private static final Path DIRECTORY = Path.of("src", "test", "npm");

  private NpmPrograms() {}

  /**
   * What the programs read in one text, each as names and values.
   *
   * @param dotenvx null if that program came to no end
   */
  record Reading(Map<String, String> dotenv, @Nullable Map<String, String> dotenvx) {}

  /** Returns what keeps the programs from running here, or an empty text if nothing does. */
  static String absence() {
    if (!Files.isDirectory(DIRECTORY.resolve("node_modules"))) {
      return "the npm programs are not installed: npm ci --prefix runtime/src/test/npm";
    }
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0 ? "" : "no Node";
    } catch (IOException e) {
      return "no Node on the PATH";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads texts in one process, in their order. */
  static List<Reading> read(List<String> texts, Path directory) throws Exception {
    Path input = directory.resolve("texts.json");
    Path output = directory.resolve("readings.json");
    Path errors = directory.resolve("errors.txt");
    Files.writeString(input, new JsonWriter().strings(texts).finish());
    Process process =
        new ProcessBuilder("node", "read.js")
            .directory(DIRECTORY.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> text(errors));
    return readings(JsonReader.read(Files.readString(output)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static List<Reading> readings(Object json) {
    List<Reading> readings = new ArrayList<>();
    for (Object reading : (List<?>) json) {
      Map<?, ?> members = (Map<?, ?>) reading;
      readings.add(new Reading(values(members.get("dotenv")), values(members.get("dotenvx"))));
    }
    return readings;
  }

  @SuppressWarnings("unchecked") // as read.js writes them
  private static Map<String, String> values(Object json) {
    return (Map<String, String>) json;
  }
}
