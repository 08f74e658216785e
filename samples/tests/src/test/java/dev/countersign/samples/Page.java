package dev.countersign.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of documentation: what its blocks marked {@code console} say to type, and what they show.
 * A block marked {@code diff} is a change to make. A comment {@code <!-- $ COMMAND -->} is typed too,
 * and may print what it likes: it makes what the next block begins with.
 */
final class Page {
  /** A line that stands for any lines. */
  static final String ANYTHING = "…";

  private static final String HIDDEN = "<!-- $ ";

  private Page() {}

  /** One command, and the lines below it. */
  record Step(String command, List<String> shown) {}

  /** Returns the steps of all blocks, in order. */
  static List<Step> steps(Path page) throws IOException {
    List<Step> steps = new ArrayList<>();
    StringBuilder diff = new StringBuilder();
    String block = "";
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        addDiff(steps, diff);
        block = line.substring(3);
      } else if (block.isEmpty() && line.startsWith(HIDDEN)) {
        String command = line.substring(HIDDEN.length(), line.lastIndexOf(" -->"));
        steps.add(new Step(command, List.of(ANYTHING)));
      } else if (block.equals("console")) {
        addLine(steps, line);
      } else if (block.equals("diff")) {
        diff.append(line).append('\n');
      }
    }
    return steps;
  }

  private static void addLine(List<Step> steps, String line) {
    if (line.startsWith("$ ")) {
      steps.add(new Step(line.substring(2), new ArrayList<>()));
    } else {
      steps.get(steps.size() - 1).shown().add(line);
    }
  }

  private static void addDiff(List<Step> steps, StringBuilder diff) {
    if (diff.length() > 0) {
      steps.add(new Step("git apply <<'END OF DIFF'\n" + diff + "END OF DIFF", List.of()));
      diff.setLength(0);
    }
  }
}
