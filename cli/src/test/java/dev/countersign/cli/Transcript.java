package dev.countersign.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a session with the command looks like, as a text: steps first, then the files that are there
 * at the beginning, each below a line {@code -- NAME --}. A step is a line of words; single quotes
 * keep words together. A leading {@code !} turns a step around.
 *
 * <pre>
 * secret ARGUMENT…      runs the command, which must succeed
 * status NUMBER         the exit status of the last command
 * stdout REGEX          standard output has it; likewise stderr
 * stdin TEXT            what the next command reads; \n, \r, \t and \\ are escapes
 * stdin closed          the next command's standard input is closed
 * env NAME=VALUE        for every command that follows
 * user NAME             whose home and identity count from here
 * exists PATH           there is such a file
 * grep REGEX PATH       the file has it
 * sh COMMAND            runs a line of the shell, which must succeed; secret is on its PATH
 * </pre>
 *
 * @param steps the steps in order
 * @param files the files by name
 */
record Transcript(List<Step> steps, Map<String, String> files) {

  /**
   * One line.
   *
   * @param line its number
   * @param negated whether it begins with an exclamation mark
   * @param words its words, without that mark
   */
  record Step(int line, boolean negated, List<String> words) {
    String verb() {
      return words.get(0);
    }

    List<String> rest() {
      return words.subList(1, words.size());
    }
  }

  static Transcript read(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    String name = null;
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith("-- ") && line.endsWith(" --")) {
        name = line.substring(3, line.length() - 3);
        files.put(name, "");
      } else if (name != null) {
        files.merge(name, line + "\n", String::concat);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        steps.add(step(number, words(line)));
      }
    }
    return new Transcript(steps, files);
  }

  private static Step step(int line, List<String> words) {
    boolean negated = words.get(0).equals("!");
    return new Step(line, negated, negated ? words.subList(1, words.size()) : words);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' && !quoted) {
        add(words, word);
        word = null;
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (c == '\'') {
        quoted = !quoted;
      } else {
        word.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is not closed: " + line);
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (word != null) {
      words.add(word.toString());
    }
  }
}
