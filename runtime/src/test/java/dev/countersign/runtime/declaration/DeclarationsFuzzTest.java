package dev.countersign.runtime.declaration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.FuzzTarget;
import dev.countersign.runtime.SecretName;
import java.util.List;

/** A {@code secrets.toml} is read or its problems are listed, each with a place that exists. */
class DeclarationsFuzzTest extends FuzzTarget {
  private static final SecretName NEW = new SecretName("DeclaredWhileFuzzing");

  @Override
  protected boolean reads(byte[] input) throws MalformedDeclarationsException {
    String toml = new String(input, UTF_8);
    Problems problems = new Problems();
    if (SourceText.isClean(Project.FILE, toml, problems)) {
      UniqueRule.check(DeclarationsReader.read(toml, "", problems).secrets(), problems);
    }
    try {
      problems.throwIfAny();
    } catch (MalformedDeclarationsException refused) {
      requirePlaces(refused.problems(), toml.split("\r?\n", -1).length);
      return false;
    }
    edits(toml);
    return true;
  }

  private static void requirePlaces(List<Problem> problems, int lines) {
    for (Problem problem : problems) {
      assertTrue(problem.line() >= 0 && problem.line() <= lines, problem.toString());
      assertTrue(problem.column() >= 0, problem.toString());
    }
  }

  private static void edits(String toml) throws MalformedDeclarationsException {
    String declared = DeclarationsEditor.declare(toml, NEW, "d", List.of());
    assertEquals(
        1, ReadToml.read(declared).secrets().size() - ReadToml.read(toml).secrets().size());
    DeclarationsEditor.undeclare(declared, NEW);
  }
}
