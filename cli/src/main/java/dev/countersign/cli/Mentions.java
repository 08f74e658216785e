package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of a checkout name a secret: sources by its name in quotes, all other files by
 * the word. Shows places and never a line, which may hold anything.
 */
final class Mentions {
  private static final int SHOWN = 50;
  private static final List<String> SOURCES = List.of("*.java", "*.kt", "*.groovy", "*.scala");

  /** What the command has written itself. */
  private static final List<String> OURS = List.of("secrets", "secrets.toml", ".secrets.local");

  private final Path root;
  private final SecretName name;
  private final Context context;

  Mentions(Path root, SecretName name, Context context) {
    this.root = root;
    this.name = name;
    this.context = context;
  }

  /** Prints the uses in what is built, and each file and line of the checkout. */
  void tell() {
    List<String> users = Uses.below(root, context).of(name);
    if (!users.isEmpty()) {
      context.out().println("used by: " + String.join(", ", users));
    }
    if (!Git.isRepository(root, context)) {
      context.err().println("note: this is no git checkout: look for \"" + name + "\" yourself");
      return;
    }
    List<String> places = new ArrayList<>(places("\"" + name + "\"", false));
    places.addAll(places(name.value(), true));
    if (!places.isEmpty()) {
      context.out().println("to edit:");
    }
    for (String place : places.subList(0, Math.min(SHOWN, places.size()))) {
      context.out().println("  " + place);
    }
    if (places.size() > SHOWN) {
      context.out().println("  and " + (places.size() - SHOWN) + " more");
    }
  }

  /** Returns {@code file:line} for each line with a text, in sources or in all other files. */
  private List<String> places(String text, boolean isWord) {
    List<String> question = new ArrayList<>();
    question.addAll(List.of("-c", "core.quotePath=false", "grep", "--untracked", "-n", "-I", "-F"));
    question.addAll(isWord ? List.of("-w", "-e", text, "--", ".") : List.of("-e", text, "--"));
    for (String pattern : SOURCES) {
      question.add(isWord ? ":(exclude)" + pattern : pattern);
    }
    for (String file : isWord ? OURS : List.<String>of()) {
      question.add(":(exclude)" + file);
    }
    GitProcess.Answer answer = new GitProcess(root, context).ask(question.toArray(new String[0]));
    List<String> places = new ArrayList<>();
    for (String line : answer == null ? new String[0] : answer.text().split("\n", -1)) {
      int end = line.indexOf(':', line.indexOf(':') + 1);
      if (end > 0) {
        places.add(line.substring(0, end));
      }
    }
    return places;
  }
}
