package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declaration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers of the program's own, and the order in which all are asked. */
class SecretProviderTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Environment LOCAL = Environment.of(EnvironmentType.LOCAL);
  private static final Declaration TOKEN = declare("Token").env("TOKEN").done();

  @TempDir Path directory;

  /** A provider as users write them. */
  private abstract static class Vault implements SecretProvider {
    @Override
    public String name() {
      return "vault";
    }
  }

  @Test
  void ownProvider_comesBeforeWhatIsBuiltIn() {
    SecretValue value = token(PROD, Map.of("Token", "variable"), SecretProvider.of(map("own")));
    assertEquals("own", value.reveal());
    assertEquals("map", value.source());
  }

  @Test
  void providerGivenLater_comesFirst() throws IOException {
    Path file = Files.writeString(directory.resolve("app.env"), "\nTOKEN=from the file\n");
    SecretProvider map = SecretProvider.of(map("from the map"));
    SecretProvider dotenv = SecretProvider.dotenv(file);
    SecretValue value = token(PROD, Map.of(), map, dotenv);
    assertEquals("from the file", value.reveal());
    assertEquals(file + ":2", value.source());
    assertEquals("from the map", token(PROD, Map.of(), dotenv, map).reveal());
  }

  @ParameterizedTest
  @CsvSource({"301,own", "300,own", "299,variable"})
  void ordinal_isHeldAgainstTheProcessEnvironments(int ordinal, String expected) {
    GuardedProvider own = GuardedProvider.at(ordinal, SecretProvider.of(map("own")));
    assertEquals(expected, resolve(PROD, Map.of("TOKEN", "variable"), own).reveal());
  }

  @ParameterizedTest
  @CsvSource({"290,own", "289,override"})
  void ordinal_isHeldAgainstTheOverrideFiles(int ordinal, String expected) throws IOException {
    Files.writeString(directory.resolve(".secrets.local"), "Token=override\n");
    GuardedProvider own = GuardedProvider.at(ordinal, SecretProvider.of(map("own")));
    assertEquals(expected, resolve(LOCAL, Map.of(), own).reveal());
  }

  @Test
  void provider_isToldNameVariablesAndEnvironment_andItsSourceIsKept() {
    List<SecretRequest> requests = new ArrayList<>();
    SecretProvider vault =
        new Vault() {
          @Override
          public SecretValue find(SecretRequest request) {
            requests.add(request);
            return SecretValue.of("x", "vault:" + request.environment() + "/" + request.name());
          }
        };
    assertEquals(
        "vault:prod@eu-west/Token",
        token(new Environment(EnvironmentType.PROD, "eu-west"), Map.of(), vault).source());
    assertEquals(List.of("Token", "TOKEN"), requests.get(0).names());
  }

  @Test
  void valueWithoutASource_hasTheProvidersName() {
    SecretProvider vault = answering(SecretValue.of("x"));
    assertEquals("vault", token(PROD, Map.of(), vault).source());
  }

  @Test
  void closingWhatWasGot_leavesTheProvidersOwnValue() {
    SecretValue kept = SecretValue.of("x");
    token(PROD, Map.of(), answering(kept)).close();
    assertEquals("x", kept.reveal());
    assertEquals("x", token(PROD, Map.of(), answering(kept)).reveal());
  }

  @Test
  void bytesGivenToAValue_areCopied() {
    byte[] bytes = {1, 2};
    SecretValue value = SecretValue.of(bytes, "vault");
    bytes[0] = 9;
    assertEquals(1, value.revealBytes()[0]);
  }

  @Test
  void providerThatThrows_isNamedWithTheSecret_andItsMessagesAreNot() {
    SecretProvider vault =
        failing(
            new IllegalStateException(
                "hunter2", new UncheckedIOException(new IOException("hunter2 again"))));
    UnresolvedSecretException e =
        assertThrows(
            UnresolvedSecretException.class, () -> token(PROD, Map.of("Token", "x"), vault));
    assertEquals(List.of("Token"), e.names());
    assertTrue(
        e.getMessage()
            .startsWith(
                "Token from vault cannot be used: it threw java.lang.IllegalStateException,"
                    + " caused by java.io.UncheckedIOException, caused by java.io.IOException\n"),
        e.getMessage());
    String trace = trace(e);
    assertFalse(trace.contains("hunter2"), trace);
    assertTrue(trace.contains("SecretProviderTest"), "the place where it was thrown");
  }

  @ParameterizedTest
  @MethodSource("whatIsNoRuntimeException")
  void whateverProviderThrows_isToldByItsClassAlone(Throwable thrown) {
    Throwable e = assertThrows(Throwable.class, () -> token(PROD, Map.of(), failing(thrown)));
    assertTrue(e instanceof UnresolvedSecretException, trace(e));
    assertTrue(e.getMessage().contains("it threw " + thrown.getClass().getName()), e.getMessage());
    assertFalse(trace(e).contains("hunter2"), trace(e));
  }

  static List<Throwable> whatIsNoRuntimeException() {
    return List.of(
        new IOException("hunter2"),
        new AssertionError("hunter2"),
        new NoClassDefFoundError("hunter2"),
        new StackOverflowError("hunter2"));
  }

  @Test
  void providerThatTellsItsTrouble_isQuoted() {
    SecretProvider vault =
        failing(new SecretProviderException("permission denied at app/token", "add the role app"));
    String message =
        assertThrows(UnresolvedSecretException.class, () -> token(PROD, Map.of(), vault))
            .getMessage();
    assertEquals(
        "Token from vault cannot be used: permission denied at app/token\n  fix: add the role app",
        message);
  }

  @Test
  void providerThatAsksAnotherOfOurs_handsItsWordsOn() {
    SecretProvider gone = SecretProvider.dotenv(directory.resolve("gone.env"));
    SecretProvider composite =
        new Vault() {
          @Override
          public SecretValue find(SecretRequest request) {
            return gone.find(request);
          }
        };
    String message =
        assertThrows(UnresolvedSecretException.class, () -> token(PROD, Map.of(), composite))
            .getMessage();
    assertTrue(message.contains("gone.env: there is no such file\n  fix: "), message);
  }

  @Test
  void closedValue_isAFailureOfTheProvider() {
    SecretValue closed = SecretValue.of("x");
    closed.close();
    assertThrows(UnresolvedSecretException.class, () -> token(PROD, Map.of(), answering(closed)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "throws")
  void providerThatHasNoName_isRefusedWhenItIsGiven(String name) {
    SecretProvider nameless =
        new Vault() {
          @Override
          public SecretValue find(SecretRequest request) {
            return null;
          }

          @Override
          public String name() {
            if (name == null) {
              return null;
            }
            throw new IllegalStateException("hunter2");
          }
        };
    SecretsBuilder builder = Secrets.builder();
    String message =
        assertThrows(SecretsException.class, () -> builder.with(nameless)).getMessage();
    String fact = "the provider " + nameless.getClass().getName() + " cannot be used: it threw ";
    assertTrue(message.startsWith(fact), message);
    assertFalse(message.contains("hunter2"), message);
  }

  @Test
  void dotenvFile_isReadWhenASnapshotIsMade_andMustBeThere() throws IOException {
    Path file = Files.writeString(directory.resolve("app.env"), "TOKEN=one\n");
    Setup setup = setup(PROD, Map.of(), GuardedProvider.of(SecretProvider.dotenv(file)));
    Resolver before = setup.snapshot();
    Files.writeString(file, "TOKEN=other\nToken=two\n");
    assertEquals("one", before.get("Token").reveal());
    assertEquals("two", setup.snapshot().get("Token").reveal());
    Files.delete(file);
    String message = assertThrows(SecretsException.class, setup::snapshot).getMessage();
    assertTrue(message.startsWith(file + ": there is no such file"), message);
    assertEquals("one", before.get("Token").reveal());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void dotenvFileThatIsALinkToNothing_isNotThere() throws IOException {
    Path file = Files.createSymbolicLink(directory.resolve("app.env"), Path.of("gone.env"));
    Setup setup = setup(PROD, Map.of(), GuardedProvider.of(SecretProvider.dotenv(file)));
    String message = assertThrows(SecretsException.class, setup::snapshot).getMessage();
    assertTrue(message.startsWith(file + ": there is no such file"), message);
  }

  @Test
  void malformedDotenvFile_isRefusedWithItsLine_andWithoutIt() throws IOException {
    Path file = Files.writeString(directory.resolve("app.env"), "A=b\nhunter2\n");
    Setup setup = setup(PROD, Map.of(), GuardedProvider.of(SecretProvider.dotenv(file)));
    String message = assertThrows(SecretsException.class, setup::snapshot).getMessage();
    assertTrue(message.startsWith(file + ":2: "), message);
    assertFalse(message.contains("hunter2"), message);
  }

  @Test
  void emptyVariable_isToldWhereNothingWasFound() {
    String message =
        assertThrows(UnresolvedSecretException.class, () -> token(PROD, Map.of("TOKEN", "")))
            .getMessage();
    assertTrue(message.contains("asked: env:Token, env:TOKEN (empty)"), message);
  }

  private static SecretProvider answering(SecretValue value) {
    return new Vault() {
      @Override
      public SecretValue find(SecretRequest request) {
        return value;
      }
    };
  }

  private static SecretProvider failing(Throwable e) {
    return new Vault() {
      @Override
      public SecretValue find(SecretRequest request) {
        throw SecretProviderTest.<RuntimeException>unchecked(e);
      }
    };
  }

  /** Throws a checked exception as one that is not, as Kotlin does. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable e) throws T {
    throw (T) e;
  }

  private static Map<String, String> map(String value) {
    return Map.of("Token", value);
  }

  private static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private SecretValue token(
      Environment environment, Map<String, String> variables, SecretProvider... own) {
    GuardedProvider[] guarded = new GuardedProvider[own.length];
    for (int i = 0; i < own.length; i++) {
      guarded[i] = GuardedProvider.of(own[i]);
    }
    return resolve(environment, variables, guarded);
  }

  private SecretValue resolve(
      Environment environment, Map<String, String> variables, GuardedProvider... own) {
    return setup(environment, variables, own).snapshot().get("Token");
  }

  private Setup setup(
      Environment environment, Map<String, String> variables, GuardedProvider... own) {
    Host host = new Host(variables, Map.of(), directory);
    Catalog catalog = Declare.catalog(Declare.manifest("app", TOKEN));
    return new Setup(
        host, Root.at(directory), environment, catalog, List.of(own), Log.ofWarnings());
  }
}
