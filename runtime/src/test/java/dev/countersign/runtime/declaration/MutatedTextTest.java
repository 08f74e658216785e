package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that someone or something damaged are read, edited, or refused with problems. */
final class MutatedTextTest {
  private static final int RUNS = 600;
  private static final String TEXT =
      """
      application = "payments"
      extends = ["../shared"]
      [secrets.A]
      description = \"""
      of A\"""
      env = ["A_KEY", 'A_2']
      min-version = { prod = 4, dev = 1 }
      [secrets]
      B = { format = "uri", external = ["prod"] }
      C.pattern = 'x+' # c
      [environments]
      eu = "prod"
      """;
  private static final String SIGNS = "[]{}\"'=.,#\\\n\r\t -_0a:\u0001\u007Fé😀\u2028";

  private final Random random = new Random(42);

  @Test
  void mutatedText_isReadOrRefusedWithProblems() {
    int refused = 0;
    for (int i = 0; i < RUNS; i++) {
      List<String> problems = ReadToml.problems(mutated());
      refused += problems.isEmpty() ? 0 : 1;
      for (String problem : problems) {
        assertTrue(problem.startsWith("secrets.toml:"), problem);
        assertFalse(problem.contains("\n"), problem);
      }
    }
    assertTrue(refused > RUNS / 2 && refused < RUNS, "refused " + refused);
  }

  @Test
  void textThatCanBeRead_canBeEditedAndEditedBack() throws MalformedDeclarationsException {
    SecretName name = new SecretName("Added");
    int edited = 0;
    for (int i = 0; i < RUNS; i++) {
      String text = mutated();
      if (ReadToml.problems(text).isEmpty()) {
        String declared = DeclarationsEditor.declare(text, name, "d", List.of("ADDED_KEY"));
        List<DeclaredSecret> before = ReadToml.read(text).secrets();
        assertEquals(before.size() + 1, ReadToml.read(declared).secrets().size());
        String undeclared = DeclarationsEditor.undeclare(declared, name);
        assertEquals(text.stripTrailing(), undeclared.stripTrailing());
        edited++;
      }
    }
    assertTrue(edited > 20, "edited " + edited);
  }

  private String mutated() {
    StringBuilder text =
        new StringBuilder(random.nextBoolean() ? TEXT : TEXT.replace("\n", "\r\n"));
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return text.toString();
  }
}
