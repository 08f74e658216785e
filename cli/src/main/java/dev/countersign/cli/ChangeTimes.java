package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * When values were last set, by who blames the line with a block's version: a rekey leaves that
 * line alone. Asks git once a sealed file, and once whether its history is whole.
 */
final class ChangeTimes {
  private static final String TIME = "author-time ";
  private static final int FINAL_LINE = 2;

  private final Workspace workspace;
  private final Context context;
  private final boolean isShallow;
  private final Map<String, Map<SecretName, LastChange>> files = new HashMap<>();

  private ChangeTimes(Workspace workspace, Context context, boolean isShallow) {
    this.workspace = workspace;
    this.context = context;
    this.isShallow = isShallow;
  }

  /**
   * Refuses where no git knows anything.
   *
   * @throws Failure if the project is in no repository
   */
  static ChangeTimes of(Workspace workspace, Context context) throws Failure {
    if (!Git.isRepository(workspace.root(), context)) {
      throw Failure.unusable(
          "when values changed is known to git alone, and this is no repository of it"
              + "\n  fix: git init, or leave --changed away");
    }
    return new ChangeTimes(workspace, context, Git.isShallow(workspace.root(), context));
  }

  /** Returns when the value that an environment itself holds was set. */
  LastChange of(Declaration declaration, Environment environment) {
    StoreDirectory store = workspace.store();
    String directory = declaration.directory();
    String file = store.describe(directory, SealedFile.fileName(environment));
    Map<SecretName, LastChange> changes = files.get(file);
    if (changes == null) {
      changes = read(store, directory, environment);
      files.put(file, changes);
    }
    return changes.getOrDefault(declaration.name(), LastChange.UNCOMMITTED);
  }

  private Map<SecretName, LastChange> read(
      StoreDirectory store, String directory, Environment environment) {
    Map<SecretName, LastChange> changes = new HashMap<>();
    try {
      String name = SealedFile.fileName(environment);
      byte[] bytes = store.read(directory, name);
      if (bytes != null) {
        String described = store.describe(directory, name);
        Map<Integer, LastChange> lines = blame(store.path(directory, name));
        for (Block block : SealedFile.parseLeniently(described, bytes).blocks()) {
          LastChange change = lines.get(block.line() + 1); // the line with its version
          changes.put(block.name(), change == null ? LastChange.UNCOMMITTED : change);
        }
      }
    } catch (StoreException e) {
      return changes; // the index tells what is damaged
    }
    return changes;
  }

  /** Asks in the file's own directory, which may be in another repository. */
  private Map<Integer, LastChange> blame(Path file) {
    GitProcess.Answer answer =
        new GitProcess(file.resolveSibling("."), context)
            .ask("blame", "--porcelain", "--", String.valueOf(file.getFileName()));
    return answer == null || !answer.succeeded()
        ? Map.of()
        : lines(new String(answer.output(), StandardCharsets.UTF_8), isShallow);
  }

  /** Reads what {@code git blame --porcelain} says: of each commit once, at its first line. */
  static Map<Integer, LastChange> lines(String blame, boolean isShallow) {
    Map<Integer, LastChange> lines = new HashMap<>();
    Map<String, LastChange> commits = new HashMap<>();
    String[] head = {};
    for (String line : blame.split("\n", -1)) {
      if (line.startsWith("\t")) {
        lines.put(Integer.parseInt(head[FINAL_LINE]), commits.get(head[0]));
        head = new String[0];
      } else if (head.length == 0) {
        head = line.split(" ", -1);
        commits.putIfAbsent(head[0], new LastChange(head[0], 0));
      } else if (line.startsWith(TIME)) {
        commits.put(
            head[0], new LastChange(head[0], Long.parseLong(line.substring(TIME.length()))));
      } else if (isShallow && line.equals("boundary")) {
        commits.put(head[0], new LastChange(head[0], 0));
      }
    }
    return lines;
  }
}
