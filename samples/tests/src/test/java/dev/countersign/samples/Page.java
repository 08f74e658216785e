package dev.countersign.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sample's README.md: what its blocks marked {@code console} say to type, and what they show. */
final class Page {
  private Page() {}

  /** One command, and the lines below it. */
  record Step(String command, List<String> shown) {}

  /** Returns the steps of all blocks, in order. */
  static List<Step> steps(Path page) throws IOException {
    List<Step> steps = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        steps.add(new Step(line.substring(2), new ArrayList<>()));
      } else if (inside) {
        steps.get(steps.size() - 1).shown().add(line);
      }
    }
    return steps;
  }
}
