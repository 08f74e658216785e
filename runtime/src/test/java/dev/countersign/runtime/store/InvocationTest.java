package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InvocationTest {
  @Test
  void projectsOwnFile_needsNoDirectory() {
    assertEquals("secret", Invocation.in(""));
    assertEquals("secret", Invocation.forFile("secrets/prod.keyring"));
  }

  @Test
  void fileOfAnotherDirectory_isReachedThere() {
    assertEquals("secret -C ../shared", Invocation.forFile("../shared/secrets/prod.keyring"));
    assertEquals("secret -C a/secrets/b", Invocation.forFile("a/secrets/b/secrets/prod.secrets"));
  }

  @Test
  void directoryThatAShellWouldPart_isOneWord() {
    assertEquals("secret -C '../it'\\''s ours'", Invocation.in("../it's ours"));
    assertEquals("secret -C '-x'", Invocation.in("-x"));
  }
}
