package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many declarations at once come out as one after the other would. */
final class GrowingDeclarationsTest {
  private static final List<String> NAMES =
      List.of(
          "GitHubToken",
          "git_hub_token",
          "Token",
          "StripeKey",
          "stripeKeyTwo",
          "Path",
          "A",
          "GITHub");

  private Declarations declarations =
      new Declarations("payments", Map.of(), Map.of("eu-west", type()), List.of("", "../shared"));

  private static EnvironmentType type() {
    return EnvironmentType.PROD;
  }

  @Test
  void names_getWhatTheyWouldGetOneByOne() throws Failure {
    GrowingDeclarations growing = new GrowingDeclarations(declarations);
    for (String text : NAMES) {
      SecretName name = new SecretName(text);
      growing.requireNew(name);
      Declaration plain = new NewDeclaration(name, declarations).plain();
      assertEquals(plain, growing.declare(name));
      add(plain);
    }
    assertEquals(declarations, growing.all());
    assertEquals(declarations, new GrowingDeclarations(declarations).all());
  }

  @Test
  void nameThatIsThere_orDiffersInCaseOnly_isRefused() {
    add(Declaration.of(new SecretName("Early")));
    GrowingDeclarations growing = new GrowingDeclarations(declarations);
    growing.declare(new SecretName("Token"));
    for (String text : List.of("Token", "TOKEN", "early")) {
      assertThrows(Failure.class, () -> growing.requireNew(new SecretName(text)), text);
    }
  }

  private void add(Declaration declaration) {
    Map<SecretName, Declaration> all = new TreeMap<>(declarations.secrets());
    all.put(declaration.name(), declaration);
    declarations =
        new Declarations("payments", all, declarations.environments(), declarations.directories());
  }
}
