package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites that are suppliers. */
class CurrentTest {
  @TempDir Path directory;
  private final Changing vault = Changing.of("Token", "1");
  private final LoggedLines log = new LoggedLines();

  @AfterEach
  void restoreTheLog() {
    log.close();
  }

  @Test
  void supplier_givesWhatTheLastReloadRead_andPrintsNoValue() {
    Secrets secrets = secrets();
    Supplier<Integer> supplier = Sites.supplier(secrets, "Token", Conversion.integer());
    assertEquals(1, supplier.get());
    vault.set("Token", "2");
    assertEquals(1, supplier.get());
    secrets.reload();
    assertEquals(2, supplier.get());
    assertEquals("Supplier[Token]", supplier.toString());
  }

  @Test
  void supplierThatIsNeverReloaded_givesWhatWasLoaded() {
    Secrets secrets = secrets();
    vault.set("Token", "2");
    assertEquals("1", Sites.supplier(secrets, "Token", Conversion.text()).get());
  }

  @Test
  void supplierOfOptional_isEmptyWhileThereIsNone() {
    vault.remove("Token");
    Secrets secrets = secrets();
    Supplier<Optional<String>> text = optional(secrets, Conversion.text());
    Supplier<Optional<char[]>> chars = optional(secrets, Conversion.chars());
    assertEquals(Optional.empty(), text.get());
    assertEquals(Optional.empty(), chars.get());
    vault.set("Token", "here");
    secrets.reload();
    assertEquals(Optional.of("here"), text.get());
    assertEquals("here", new String(chars.get().orElseThrow()));
    vault.remove("Token");
    secrets.reload();
    assertEquals(Optional.empty(), text.get());
    assertEquals(Optional.empty(), chars.get());
    assertEquals("Supplier[Token]", text.toString());
  }

  @Test
  void valueThatNobodyCanChange_isConvertedOnceASnapshot() {
    vault.set("Token", "https://example.com");
    Secrets secrets = secrets();
    Supplier<URI> supplier = Sites.supplier(secrets, "Token", Conversion.uri());
    Supplier<Optional<URI>> optional = optional(secrets, Conversion.uri());
    URI first = supplier.get();
    assertSame(first, supplier.get());
    assertSame(optional.get(), optional.get());
    secrets.reload();
    assertSame(first, supplier.get(), "nothing has changed");
  }

  @Test
  void array_belongsToWhoeverAskedForIt() {
    Supplier<char[]> chars = Sites.supplier(secrets(), "Token", Conversion.chars());
    Supplier<Optional<byte[]>> bytes = optional(secrets(), Conversion.bytes());
    chars.get()[0] = 0;
    bytes.get().orElseThrow()[0] = 0;
    assertArrayEquals(new char[] {'1'}, chars.get());
    assertArrayEquals(new byte[] {'1'}, bytes.get().orElseThrow());
  }

  @Test
  void closingAValue_leavesTheSite() {
    Supplier<SecretValue> supplier = Sites.supplier(secrets(), "Token", Conversion.value());
    SecretValue first = supplier.get();
    assertEquals("1", first.reveal());
    first.close();
    SecretValue second = supplier.get();
    assertNotSame(first, second);
    assertEquals("1", second.reveal());
    assertEquals("vault", second.source());
    assertThrows(IllegalStateException.class, first::reveal);
  }

  @Test
  void valueHandedOut_staysAsItWas() {
    Secrets secrets = secrets();
    Supplier<SecretValue> supplier = Sites.supplier(secrets, "Token", Conversion.value());
    SecretValue before = supplier.get();
    vault.set("Token", "2");
    secrets.reload();
    assertEquals("1", before.reveal());
    assertEquals("2", supplier.get().reveal());
  }

  @Test
  void mapOfATest_suppliesToo() {
    Secrets secrets = Secrets.of(Map.of("Token", "x"));
    assertEquals("x", Sites.supplier(secrets, "Token", Conversion.text()).get());
    assertEquals(Optional.empty(), optional(secrets, "Absent").get());
  }

  /** A set of two that belong together, and of one that sees what comes after. */
  private record Pair(String token, String other, Supplier<String> later) {}

  @Test
  void setThatIsMadeWhileSecretsAreReloaded_isOfOneSnapshot() {
    vault.set("Other", "1");
    Rotating rotating = new Rotating(directory, declare("Token").done(), declare("Other").done());
    Secrets[] secrets = new Secrets[1];
    Creator<Pair> creator =
        still -> {
          String token = Sites.text(still, "Token");
          vault.set("Token", "2").set("Other", "2");
          secrets[0].reload();
          return new Pair(
              token, Sites.text(still, "Other"), Sites.supplier(still, "Token", Conversion.text()));
        };
    secrets[0] = rotating.with(vault).modules(List.of(moduleOf(creator))).load();
    Pair pair = secrets[0].create(Pair.class);
    assertEquals("1", pair.token());
    assertEquals("1", pair.other());
    assertEquals("2", pair.later().get());
    assertEquals("2", secrets[0].create(Pair.class).other());
  }

  private static SecretModule moduleOf(Creator<?> creator) {
    return (SecretModule)
        Proxy.newProxyInstance(
            CurrentTest.class.getClassLoader(),
            new Class<?>[] {SecretModule.class},
            (proxy, method, arguments) -> method.getName().equals("creator") ? creator : null);
  }

  private static Supplier<Optional<String>> optional(Secrets secrets, String name) {
    return Sites.optionalSupplier(secrets, name, Conversion.text());
  }

  private static <T> Supplier<Optional<T>> optional(Secrets secrets, Conversion<T> conversion) {
    return Sites.optionalSupplier(secrets, "Token", conversion);
  }

  private Secrets secrets() {
    return new Rotating(directory, declare("Token").optional().done()).with(vault).load();
  }
}
