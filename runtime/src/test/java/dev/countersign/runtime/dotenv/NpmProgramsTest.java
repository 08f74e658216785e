package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated files are read as the npm programs read them, but for {@link NpmDifference}: as both do
 * where they agree, as dotenvx does where a value has references, {@code \$} or {@code \t} in
 * double quotes.
 */
class NpmProgramsTest {
  private static final int FILES = 1_000;

  /** What may go on in the next line, so that a line is not all of it. */
  private static final Pattern MAY_GO_ON = Pattern.compile("(?U)\\\\['\"`]|\u2028|[\r\n]\\s*=");

  private static final boolean LONG = Boolean.getBoolean("countersign.long");

  private static final int SEEDS = LONG ? 100 : 1;

  private final Map<NpmDifference, Integer> differences = new EnumMap<>(NpmDifference.class);
  private int asBoth;
  private int asDotenvx;

  @TempDir Path directory;

  @BeforeEach
  void requirePrograms() {
    assumeTrue(NpmPrograms.absence().isEmpty(), NpmPrograms.absence());
  }

  @Test
  void soundFiles_areReadAsTheProgramsDo() throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      hold(files(seed, false), true);
    }
    report("sound");
    assertTrue(asBoth > FILES && asDotenvx > FILES / 10, asBoth + ", " + asDotenvx);
  }

  @Test
  void faultyFiles_areReadAsTheProgramsDoOrRefused() throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      hold(files(seed, true), false);
    }
    report("faulty");
    for (NpmDifference difference : NpmDifference.values()) {
      assertTrue(differences.getOrDefault(difference, 0) > 0, difference + " did not occur");
    }
  }

  @Test
  void lineThatIsRefusedAsNoAssignment_saysNothingToThePrograms() throws Exception {
    List<String> refused = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (String text : files(2, true)) {
      int line = lineOfNoAssignment(text);
      if (line > 0) {
        refused.add(text);
        without.add(commentedOut(text, line));
      }
    }
    List<NpmPrograms.Reading> before = NpmPrograms.read(refused, directory);
    List<NpmPrograms.Reading> after = NpmPrograms.read(without, directory);
    for (int i = 0; i < before.size(); i++) {
      String text = refused.get(i);
      assertEquals(after.get(i).dotenv(), before.get(i).dotenv(), () -> shown(text));
    }
    assertTrue(refused.size() > FILES / 10, refused.size() + " refused");
  }

  private static List<String> files(int seed, boolean faulty) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      texts.add(GeneratedFile.of(random, faulty));
    }
    return texts;
  }

  private void hold(List<String> texts, boolean sound) throws Exception {
    List<NpmPrograms.Reading> readings = NpmPrograms.read(texts, directory);
    assertEquals(texts.size(), readings.size());
    for (int i = 0; i < texts.size(); i++) {
      try {
        compare(texts.get(i), readings.get(i));
      } catch (DotenvFormatException e) {
        NpmDifference difference = NpmDifference.of(e);
        if (sound || difference == null) {
          fail(e.getMessage() + shown(texts.get(i)), e);
        }
        count(difference);
      }
    }
  }

  private void compare(String text, NpmPrograms.Reading reading) throws DotenvFormatException {
    List<Entry> entries = Dotenv.parse(text);
    List<Assignment> assignments = DotenvScanner.scan(text);
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      last.put(entries.get(i).name(), i);
    }
    assertEquals(reading.dotenv().keySet(), last.keySet(), () -> shown(text));
    Map<String, NpmDifference> allowed = allowed(text, entries, assignments);
    for (int i : last.values()) {
      compare(text, entries.get(i), assignments.get(i), reading, allowed);
    }
  }

  /** Returns which names may have another value than to dotenvx, and why. */
  private static Map<String, NpmDifference> allowed(
      String text, List<Entry> entries, List<Assignment> assignments) {
    List<String> values = entries.stream().map(Entry::value).toList();
    Map<String, NpmDifference> allowed = new HashMap<>();
    for (Assignment assignment : assignments) {
      NpmDifference difference = NpmDifference.of(assignment.raw(text), assignment.quote(), values);
      if (difference != null) {
        allowed.put(assignment.name(), difference);
      }
    }
    for (Assignment assignment : assignments) { // what may differ may be put in
      if (assignment.raw(text).contains("${") && !allowed.isEmpty()) {
        allowed.putIfAbsent(assignment.name(), NpmDifference.READS_NO_REFERENCE_TWICE);
      }
    }
    return allowed;
  }

  private void compare(
      String text,
      Entry entry,
      Assignment assignment,
      NpmPrograms.Reading reading,
      Map<String, NpmDifference> allowed) {
    String name = entry.name();
    boolean alike = isAlikeToBoth(assignment.raw(text), assignment.quote());
    if (alike) {
      assertEquals(
          reading.dotenv().get(name), entry.value(), () -> name + " to dotenv" + shown(text));
    }
    if (reading.dotenvx() == null) {
      count(NpmDifference.READS_NO_REFERENCE_TWICE);
    } else if (entry.value().equals(reading.dotenvx().get(name))) {
      asBoth += alike ? 1 : 0;
      asDotenvx += alike ? 0 : 1;
    } else {
      assertNotNull(allowed.get(name), () -> name + " to dotenvx" + shown(text));
      count(allowed.get(name));
    }
  }

  /** Says whether a value is of a kind that the two programs read in the same way. */
  private static boolean isAlikeToBoth(String raw, char quote) {
    boolean tab = quote == '"' && raw.contains("\\t");
    boolean dollar = quote != '\'' && (raw.contains("${") || raw.contains("\\$"));
    return !dollar && !tab && !NpmDifference.isSeparated(raw, quote);
  }

  private static int lineOfNoAssignment(String text) {
    try {
      Dotenv.parse(text);
      return 0;
    } catch (DotenvFormatException e) {
      boolean none = NpmDifference.of(e) == NpmDifference.REFUSES_WHAT_IS_NO_ASSIGNMENT;
      return none && !MAY_GO_ON.matcher(text).find() ? e.line() : 0;
    }
  }

  private static String commentedOut(String text, int line) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    lines[line - 1] = "#";
    return String.join("\n", lines);
  }

  private void count(NpmDifference difference) {
    differences.merge(difference, 1, Integer::sum);
  }

  private void report(String files) {
    if (LONG) {
      System.out.printf(
          "[long run] %d %s dotenv files: %d values as both programs, %d as dotenvx, and %s%n",
          SEEDS * FILES, files, asBoth, asDotenvx, differences);
    }
  }

  private static String shown(String text) {
    String escaped =
        text.replace("\r", "<CR>").replace("\u2028", "<LS>").replace("\u00A0", "<NBSP>");
    return " in\n" + escaped.substring(0, Math.min(escaped.length(), 2_000)) + "\n";
  }
}
