package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

/** What a line came to: the exit status and what it printed. */
final class Result {
  private final int status;
  private final byte[] bytes;
  private final String err;

  Result(int status, byte[] bytes, String err) {
    this.status = status;
    this.bytes = bytes;
    this.err = err;
  }

  int status() {
    return status;
  }

  byte[] bytes() {
    return bytes;
  }

  String err() {
    return err;
  }

  String out() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Result succeeds() {
    return exits(ExitStatus.DONE);
  }

  Result exits(int expected) {
    assertEquals(expected, status, () -> "out: " + out() + "\nerr: " + err);
    return this;
  }

  Result prints(String text) {
    assertTrue(out().contains(text), () -> "not in standard output: " + text + "\n" + out());
    return this;
  }

  Result printsNothing() {
    assertEquals("", out());
    return this;
  }

  Result tells(String text) {
    assertTrue(err.contains(text), () -> "not in standard error: " + text + "\n" + err);
    return this;
  }

  Result tellsNothing() {
    assertEquals("", err);
    return this;
  }

  /** Holds that a value, or a part of it, shows nowhere. */
  Result hides(String value) {
    assertFalse(out().contains(value), "standard output shows the value");
    assertFalse(err.contains(value), "standard error shows the value");
    return this;
  }
}
