package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApplicationNameTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "payments,payments",
        "My Payments (old),my-payments-old",
        "9lives,lives",
        "--a__b--,a-b",
        "PaymentsAPI,paymentsapi",
        "käse,k-se",
        "'',application",
        "支払い,application",
      })
  void anyText_givesAValidName(String text, String name) {
    assertEquals(name, ApplicationName.from(text));
    assertTrue(ApplicationName.isValid(name));
  }

  @Test
  void longText_isCutToAValidName() {
    String name = ApplicationName.from("a".repeat(62) + "-" + "b".repeat(62));
    assertEquals("a".repeat(62), name);
    assertFalse(ApplicationName.isValid("a".repeat(64)));
  }
}
