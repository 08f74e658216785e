package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SitesTest {
  enum Mode {
    TEST,
    LIVE
  }

  private final Secrets secrets =
      Secrets.of(
          Map.of(
              "Uri", "https://example.com",
              "Number", "42",
              "Flag", "true",
              "Timeout", "30s",
              "Mode", "LIVE",
              "Text", "hunter2"));

  @Test
  void get_convertsToTheTypeOfTheSite() {
    assertEquals(URI.create("https://example.com"), Sites.get(secrets, "Uri", Conversion.uri()));
    assertEquals(42, Sites.get(secrets, "Number", Conversion.integer()));
    assertEquals(42L, Sites.get(secrets, "Number", Conversion.longInteger()));
    assertEquals(true, Sites.get(secrets, "Flag", Conversion.bool()));
    assertEquals(Duration.ofSeconds(30), Sites.get(secrets, "Timeout", Conversion.duration()));
    assertEquals(Path.of("hunter2"), Sites.get(secrets, "Text", Conversion.path()));
    assertEquals(Mode.LIVE, Sites.get(secrets, "Mode", Conversion.constant(Mode.class)));
    assertEquals("hunter2", Sites.get(secrets, "Text", Conversion.value()).reveal());
    assertEquals("hunter2", new String(Sites.get(secrets, "Text", Conversion.chars())));
  }

  @Test
  void valueThatBecameSomethingElse_isWiped() {
    SecretValue value = secrets.get("Text");
    assertSame(value, Conversion.value().of(secrets, "Text", value));
    assertEquals("hunter2", value.reveal());
    assertEquals("hunter2", Conversion.text().of(secrets, "Text", value));
    assertThrows(IllegalStateException.class, value::reveal);
  }

  @Test
  void find_givesEmptyForAnAbsentValueOnly() {
    assertEquals(Optional.of(42), Sites.find(secrets, "Number", Conversion.integer()));
    assertEquals(Optional.empty(), Sites.find(secrets, "Absent", Conversion.integer()));
    assertThrows(
        UnresolvedSecretException.class, () -> Sites.find(secrets, "Text", Conversion.integer()));
  }

  @Test
  void misfit_namesTheSecretItsSourceAndWhatIsExpected_andNeverTheValue() {
    UnresolvedSecretException e =
        assertThrows(
            UnresolvedSecretException.class,
            () -> Sites.get(secrets, "Text", Conversion.constant(Mode.class)));
    assertEquals(List.of("Text"), e.names());
    assertEquals(
        "Text from map is not a constant of Mode: TEST, LIVE\n  fix: put another value into the map",
        e.getMessage());
    for (Conversion<?> conversion :
        List.of(
            Conversion.uri(),
            Conversion.integer(),
            Conversion.bool(),
            Conversion.duration(),
            Conversion.privateKey(),
            Conversion.certificate())) {
      UnresolvedSecretException other =
          assertThrows(
              UnresolvedSecretException.class, () -> Sites.get(secrets, "Text", conversion));
      assertNull(other.getCause());
      assertFalse(other.getMessage().contains("hunter2"), other.getMessage());
    }
  }

  @Test
  void supplier_isNotMadeWhereThereIsNoValue() {
    Secrets empty = new Source(null).secrets();
    assertThrows(
        UnresolvedSecretException.class, () -> Sites.supplier(empty, "Token", Conversion.text()));
  }

  @Test
  void verify_holdsAValueAgainstTheSitesThatTakeIt() {
    assertEquals(
        """
        Token from source is not a whole number in digits
          used by: Client.count, Client.token
          fix: change the value at source""",
        refusal("int", "hunter2"));
    assertEquals(
        "Token from source is not a constant of Mode: TEST, LIVE",
        refusal("Supplier<" + Mode.class.getName() + ">", "hunter2")
            .lines()
            .findFirst()
            .orElseThrow());
    new Source("7").resolver("int").verify();
    new Source("LIVE").resolver(Mode.class.getName()).verify();
    new Source("x").resolver("a.Gone").verify();
  }

  @Test
  void verify_knowsAnEnum_onAThreadThatDoesNotSeeIt() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assertFalse(refusal(Mode.class.getName(), "hunter2").isEmpty());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String refusal(String type, String value) {
    return assertThrows(
            UnresolvedSecretException.class, () -> new Source(value).resolver(type).verify())
        .getMessage();
  }

  /** A provider of one value. */
  private static final class Source implements SecretProvider {
    private final String value;

    Source(String value) {
      this.value = value;
    }

    @Override
    public SecretValue find(SecretRequest request) {
      return value == null
          ? null
          : SecretValue.opened(request.name(), "source", value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
      return "source";
    }

    Resolver resolver(String type) {
      return new Resolver(
          Environment.of(EnvironmentType.PROD),
          Declare.catalog(Declare.manifestWithSite("count", type)),
          List.<SecretProvider>of(this));
    }

    Secrets secrets() {
      return new Secrets(resolver("int"), new Modules(List.of()));
    }
  }
}
