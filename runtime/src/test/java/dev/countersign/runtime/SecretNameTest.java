package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "GitHubAPIToken", "A_1", "__x9"})
  void lettersDigitsAndUnderscores_areAName(String text) {
    assertTrue(SecretName.isValid(text));
    assertEquals(text, new SecretName(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a-b", "a b", "a.b", "ä", "a\n", "Token\u0000", "A$B"})
  void anythingElse_isNoName(String text) {
    assertFalse(SecretName.isValid(text));
    assertThrows(IllegalArgumentException.class, () -> new SecretName(text));
  }

  @Test
  void length_endsAt128() {
    assertTrue(SecretName.isValid("a".repeat(128)));
    assertFalse(SecretName.isValid("a".repeat(129)));
  }

  @Test
  void names_areEqualByText() {
    assertEquals(new SecretName(new String("Token")), new SecretName("Token"));
    assertEquals(new SecretName("Token").hashCode(), new SecretName("Token").hashCode());
    assertTrue(new SecretName("A").compareTo(new SecretName("B")) < 0);
  }
}
