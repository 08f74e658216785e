package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever a value is taken for, what is said about it holds no part of it. */
class ValueSecrecyTest {
  private static final int VALUES = 400;

  /** In every value that is tried, so that it is found wherever a part of it comes to light. */
  private static final String MARK = "zqxjk";

  private static final List<Conversion<?>> CONVERSIONS =
      List.of(
          Conversion.uri(),
          Conversion.integer(),
          Conversion.longInteger(),
          Conversion.bool(),
          Conversion.duration(),
          Conversion.path(),
          Conversion.privateKey(),
          Conversion.certificate(),
          Conversion.constant(EnvironmentType.class));

  private static final String[] SHAPES = {
    "%s",
    "http://%s/ p",
    "https://u:%s@[::1",
    "%s:\\",
    "PT%sS",
    "%sd",
    "1%s",
    "-%s",
    "tru%s",
    "{\"a\": %s",
    "{\"%s\": 1,}",
    "\"%s",
    "%s=",
    "%s\0",
    "%s\uD800",
    "\n%s\n",
    "%s%%",
    "00%sff",
    "123e4567-e89b-12d3-a456-%s",
    "-----BEGIN %s-----",
    "-----BEGIN PRIVATE KEY-----\n%s",
    "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----\nMC4C%s\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----\nMC4C%s\n-----END EC PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----\nProc-Type: %s\n\nMC4C\n-----END EC PRIVATE KEY-----",
    "-----BEGIN CERTIFICATE-----\nMIIB%s==\n-----END CERTIFICATE-----"
  };

  private final Random random = new Random(20_261_121);

  @Test
  void noConversion_tellsAnyOfTheValue() {
    int refused = 0;
    for (int i = 0; i < VALUES; i++) {
      Secrets secrets = Secrets.of(Map.of("Token", value()));
      for (Conversion<?> conversion : CONVERSIONS) {
        refused += isRefusedInSilence(() -> Sites.get(secrets, "Token", conversion)) ? 1 : 0;
        isRefusedInSilence(() -> Sites.find(secrets, "Token", conversion));
        isRefusedInSilence(() -> Sites.supplier(secrets, "Token", conversion).get());
      }
    }
    assertTrue(refused > VALUES * CONVERSIONS.size() / 2, refused + " refused");
  }

  @Test
  void noFormatAndNoPattern_tellsAnyOfTheValue() {
    int refused = 0;
    for (int i = 0; i < VALUES; i++) {
      for (Format format : Format.values()) {
        Resolver resolver = resolver(format, "[0-9a-y]{3}", value());
        refused += isRefusedInSilence(() -> resolver.get("Token").reveal()) ? 1 : 0;
        isRefusedInSilence(() -> verified(resolver));
      }
    }
    assertTrue(refused == VALUES * Format.values().length, refused + " refused");
  }

  @Test
  void bytesThatAreNoText_areNotTold() {
    byte[] bytes = new byte[64];
    for (int i = 0; i < VALUES; i++) {
      random.nextBytes(bytes);
      bytes[i % 64] = (byte) 0xff;
      SecretValue value = SecretValue.of(bytes, "test");
      UnresolvedSecretException e = assertThrows(UnresolvedSecretException.class, value::reveal);
      assertNull(e.getCause());
      assertThrows(UnresolvedSecretException.class, value::revealChars);
    }
  }

  private String value() {
    StringBuilder text = new StringBuilder(MARK);
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(
          (char) (random.nextInt(10) == 0 ? random.nextInt(0x3000) : ' ' + random.nextInt(95)));
    }
    String inner = text.append(MARK).toString();
    String encoded = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    boolean pem = random.nextInt(4) == 0;
    return SHAPES[random.nextInt(SHAPES.length)].replace("%s", pem ? encoded + MARK : inner);
  }

  private static Resolver resolver(Format format, String pattern, String value) {
    return new Resolver(
        Environment.of(EnvironmentType.PROD),
        Declare.catalog(
            Declare.manifest(
                "app", Declare.declare("Token").format(format).pattern(pattern).done())),
        List.of(SecretProvider.of(Map.of("Token", value))));
  }

  /** Says whether a use was refused; fails if anything was said of the value, or by others. */
  private static boolean isRefusedInSilence(Supplier<?> use) {
    try {
      return use.get() == null;
    } catch (UnresolvedSecretException e) {
      assertSilent(e);
      assertTrue(e.getMessage().startsWith("Token from map "), e.getMessage());
      return true;
    }
  }

  private static Resolver verified(Resolver resolver) {
    resolver.verify();
    return resolver;
  }

  private static void assertSilent(Throwable e) {
    List<Throwable> all = new ArrayList<>(List.of(e.getSuppressed()));
    all.add(e);
    if (e.getCause() != null) {
      all.add(e.getCause());
      assertSilent(e.getCause());
    }
    for (Throwable each : all) {
      assertFalse(String.valueOf(each).contains(MARK), each.getClass().getName());
    }
  }
}
