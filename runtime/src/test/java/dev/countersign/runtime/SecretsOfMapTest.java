package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsOfMapTest {
  private final Secrets secrets = Secrets.of(Map.of("Token", "abc"));

  static class WithoutInjector {
    @Secret("Token")
    SecretValue token;
  }

  static class Plain {}

  @SecretSet
  interface SetWithoutCreator {
    @Secret("Token")
    SecretValue token();
  }

  @Test
  void get_givesTheValueOfTheMap() {
    assertEquals("abc", secrets.get("Token").reveal());
    assertEquals("map", secrets.get("Token").source());
    assertEquals(Optional.empty(), secrets.find("Other"));
  }

  @Test
  void missingName_saysThatTheMapWasAsked_andShowsNoValue() {
    UnresolvedSecretException e =
        assertThrows(UnresolvedSecretException.class, () -> secrets.get("Other"));
    assertEquals(List.of("Other"), e.names());
    assertTrue(e.getMessage().contains("asked: the map given to Secrets.of"), e.getMessage());
    assertFalse(e.getMessage().contains("abc"), e.getMessage());
  }

  @Test
  void invalidName_isRefusedWhenTheMapIsGiven() {
    assertThrows(IllegalArgumentException.class, () -> Secrets.of(Map.of("a-b", "x")));
  }

  @Test
  void nameThatIsNone_isToldHowNamesAreSpelt() {
    String message =
        assertThrows(UnresolvedSecretException.class, () -> secrets.get("a-b")).getMessage();
    assertTrue(message.startsWith("a-b is not declared\n  fix: use the name of a "), message);
  }

  @Test
  void classCompiledWithoutTheProcessor_isToldWithTheSnippetToPaste() {
    String message =
        assertThrows(SecretsException.class, () -> secrets.inject(new WithoutInjector()))
            .getMessage();
    assertTrue(message.contains("compiled without the Countersign processor"), message);
    assertTrue(message.contains("<artifactId>countersign-processor</artifactId>"), message);
    assertThrows(SecretsException.class, () -> secrets.create(SetWithoutCreator.class));
  }

  @Test
  void localClass_isToldThatProcessorsDoNotSeeIt() {
    @SuppressWarnings("UnusedVariable")
    class Local {
      @Secret("Token")
      SecretValue token;
    }
    String message =
        assertThrows(SecretsException.class, () -> secrets.inject(new Local())).getMessage();
    assertTrue(message.contains("is a local class"), message);
  }

  @Test
  void objectWithoutSites_isAMistakeOfTheCaller() {
    assertTrue(
        assertThrows(SecretsException.class, () -> secrets.inject(new Plain()))
            .getMessage()
            .contains("has no @Secret field"));
    assertThrows(SecretsException.class, () -> secrets.inject(Plain.class));
    assertThrows(SecretsException.class, () -> secrets.create(Plain.class));
  }

  @Test
  void toString_showsNoValue() {
    assertEquals("Secrets[local]", secrets.toString());
  }

  @Test
  void createdTypeWithoutSecrets_isToldWhatSuitsItsKind() {
    SecretsException ofClass =
        assertThrows(SecretsException.class, () -> secrets.create(SecretsOfMapTest.class));
    SecretsException ofInterface =
        assertThrows(SecretsException.class, () -> secrets.create(Runnable.class));
    assertTrue(ofClass.getMessage().contains("fix: annotate the parameters of its constructor"));
    assertTrue(ofInterface.getMessage().contains("fix: annotate it with @SecretSet"));
  }
}
