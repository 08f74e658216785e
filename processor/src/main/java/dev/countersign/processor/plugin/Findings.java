package dev.countersign.processor.plugin;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.countersign.processor.Place;
import dev.countersign.processor.SourceChecks;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was found of plaintexts in one class. A text is mentioned only if it went nowhere known. */
final class Findings {
  private final Source source;
  private final SourceChecks checks;
  private final Map<Tree, Text> texts = new LinkedHashMap<>();
  private final Set<Tree> settled = new HashSet<>();

  Findings(Source source, SourceChecks checks) {
    this.source = source;
    this.checks = checks;
  }

  /** Notes that a plaintext goes where people can read it. */
  void leak(TreePath around, Plaintext plaintext, String goal) {
    settle(plaintext);
    if (source.isFirst(goal, plaintext.at())) {
      checks.reportLeak(source.place(around, plaintext.at()), plaintext.disclosedTo(goal));
    }
  }

  /** Notes that a plaintext becomes part of a longer text. */
  void text(TreePath around, Plaintext plaintext) {
    texts.putIfAbsent(plaintext.at(), new Text(source.place(around, plaintext.at()), plaintext));
  }

  /** Says no more about the texts that a plaintext became part of. */
  void settle(Plaintext plaintext) {
    settled.addAll(plaintext.texts());
  }

  void reportTexts() {
    texts.forEach(
        (tree, text) -> {
          if (!settled.contains(tree)) {
            checks.reportConcatenation(text.place(), text.plaintext().disclosedTo(""));
          }
        });
  }

  private record Text(Place place, Plaintext plaintext) {}
}
