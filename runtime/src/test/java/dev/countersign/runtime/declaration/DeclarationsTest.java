package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeclarationsTest {
  private static final SecretName TOKEN = new SecretName("Token");

  @Test
  void secretIsNeeded_inItsTypesUnlessOptional() {
    Declaration inProd = declaration(Set.of(EnvironmentType.PROD), false, Set.of());
    assertTrue(inProd.neededIn(EnvironmentType.PROD));
    assertFalse(inProd.neededIn(EnvironmentType.DEV));
    assertFalse(
        declaration(Set.of(EnvironmentType.PROD), true, Set.of()).neededIn(EnvironmentType.PROD));
  }

  @Test
  void externalSecret_isNeededButNotExpectedInTheStore() {
    Declaration external =
        declaration(
            Set.of(EnvironmentType.PROD, EnvironmentType.DEV), false, Set.of(EnvironmentType.PROD));
    assertTrue(external.neededIn(EnvironmentType.PROD));
    assertFalse(external.expectedInStore(EnvironmentType.PROD));
    assertTrue(external.expectedInStore(EnvironmentType.DEV));
    assertFalse(external.expectedInStore(EnvironmentType.LOCAL));
  }

  @Test
  void name_isFoundExactlyOrIgnoringCase() {
    Declarations declarations = declarations();
    assertEquals(Declaration.of(TOKEN), declarations.find(TOKEN));
    assertNull(declarations.find(new SecretName("token")));
    assertEquals(TOKEN, declarations.findIgnoringCase("TOKEN"));
    assertNull(declarations.findIgnoringCase("not a name"));
  }

  @Test
  void environment_isATypeAnAliasOrANamedOne() {
    Declarations declarations = declarations();
    assertEquals(Environment.of(EnvironmentType.PROD), declarations.environment("prod"));
    assertEquals(Environment.of(EnvironmentType.PREVIEW), declarations.environment("pr"));
    assertEquals(
        new Environment(EnvironmentType.PROD, "eu-west"), declarations.environment("eu-west"));
    assertNull(declarations.environment("staging"));
    assertNull(declarations.environment("PROD"));
  }

  @Test
  void environmentsOfAType_areTheTypeAndThenTheNamedOnes() {
    assertEquals(
        List.of(
            Environment.of(EnvironmentType.PROD),
            new Environment(EnvironmentType.PROD, "eu-west"),
            new Environment(EnvironmentType.PROD, "us-east")),
        declarations().environmentsOf(EnvironmentType.PROD));
    assertEquals(
        List.of(Environment.of(EnvironmentType.DEV)),
        declarations().environmentsOf(EnvironmentType.DEV));
  }

  @Test
  void whatIsGiven_isCopiedAndCannotBeChanged() {
    Map<SecretName, Declaration> secrets = new HashMap<>(Map.of(TOKEN, Declaration.of(TOKEN)));
    List<String> directories = new ArrayList<>(List.of(""));
    Declarations declarations = new Declarations("a", secrets, Map.of(), directories);
    secrets.clear();
    directories.clear();
    assertEquals(Set.of(TOKEN), declarations.secrets().keySet());
    assertEquals(List.of(""), declarations.directories());
    assertThrows(UnsupportedOperationException.class, () -> declarations.secrets().remove(TOKEN));
  }

  @Test
  void equalDeclarations_areEqualWhateverTheirOrder() {
    Declarations one = declarations();
    Declarations other = declarations();
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
  }

  @Test
  void format_isFoundByItsName() {
    for (Format format : Format.values()) {
      assertEquals(format, Format.find(format.id()));
    }
    assertNull(Format.find("TEXT"));
    assertNull(Format.find("private_key"));
  }

  private static Declarations declarations() {
    return new Declarations(
        "a",
        Map.of(TOKEN, Declaration.of(TOKEN)),
        Map.of("us-east", EnvironmentType.PROD, "eu-west", EnvironmentType.PROD),
        List.of(""));
  }

  private static Declaration declaration(
      Set<EnvironmentType> types, boolean optional, Set<EnvironmentType> external) {
    return new Declaration(
        TOKEN, null, List.of(), types, null, Map.of(), Format.TEXT, optional, external, "");
  }
}
