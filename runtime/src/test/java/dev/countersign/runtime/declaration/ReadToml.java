package dev.countersign.runtime.declaration;

import java.util.List;

/** Reads texts as the file of a root. */
final class ReadToml {
  private ReadToml() {}

  static DeclarationsFile read(String toml) {
    Problems problems = new Problems();
    DeclarationsFile file = DeclarationsReader.read(toml, "", problems);
    UniqueRule.check(file.secrets(), problems);
    if (!problems.isEmpty()) {
      throw new AssertionError(list(problems));
    }
    return file;
  }

  static List<String> problems(String toml) {
    Problems problems = new Problems();
    UniqueRule.check(DeclarationsReader.read(toml, "", problems).secrets(), problems);
    return list(problems);
  }

  /** Returns the one problem of a text, without the file's name. */
  static String problem(String toml) {
    List<String> all = problems(toml);
    if (all.size() != 1) {
      throw new AssertionError("not one problem: " + all);
    }
    return all.get(0).substring(Project.FILE.length() + 1);
  }

  /** Returns the one problem of an application that declares a secret T with these lines. */
  static String problemOfSecret(String lines) {
    return problem("application = \"a\"\n[secrets.T]\n" + lines + "\n");
  }

  private static List<String> list(Problems problems) {
    try {
      problems.throwIfAny();
      return List.of();
    } catch (MalformedDeclarationsException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
