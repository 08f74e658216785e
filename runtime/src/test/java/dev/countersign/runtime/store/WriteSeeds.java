package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.FuzzTarget;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.SeedKeys;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Writes the seeds of this package's fuzzing anew, when asked for: {@code mvn test
 * -Dtest=WriteSeeds}. Those that are committed stay good for as long as format 1 is read.
 */
class WriteSeeds {
  private static final Reader ADA = StoreFixture.reader("ada", SeedKeys.CLASSIC);
  private static final Reader BOB = StoreFixture.reader("Bob's laptop", Identities.generate());

  @Test
  void sealedFiles() throws StoreException, IOException {
    FuzzTarget target = new SealedFileFuzzTest();
    String prod = text(sealed(StoreFixture.PROD));
    write(target, "prod", prod);
    write(target, "prod-crlf", prod.replace("\n", "\r\n"));
    write(target, "environment", text(sealed(StoreFixture.EU_WEST)));
    write(target, "no-block", text(empty(StoreFixture.PROD)));
    write(target, "no-comment", prod.substring(prod.indexOf('\n') + 1));
    write(target, "conflict", prod.replace("[Token]", "<<<<<<< HEAD\n[Token]"));
    write(target, "moved", prod.replace("[Token]", "[Tokens]"));
    write(target, "out-of-order", prod.replace("[Other]", "[Zoo]"));
  }

  @Test
  void keyrings() throws StoreException, IOException {
    FuzzTarget target = new KeyringFuzzTest();
    String one = text(keyring(List.of(SeedKeys.CLASSIC), List.of(ADA)));
    write(target, "one-reader", one);
    write(target, "crlf", one.replace("\n", "\r\n"));
    write(target, "another-type", one.replace("type prod", "type dev"));
    write(target, "twice-the-same", one.replaceFirst("(reader .*\n)", "$1$1"));
    write(target, "two-readers", text(keyring(rekeyed(), List.of(ADA, BOB))));
  }

  @Test
  void plaintexts() throws StoreException, IOException {
    FuzzTarget target = new KeyringPlaintextFuzzTest();
    List<Identity> one = List.of(SeedKeys.CLASSIC);
    EnvironmentType prod = EnvironmentType.PROD;
    target.writeSeed("prod", new KeyringPlaintext(prod, one, List.of(ADA)).encode());
    target.writeSeed("rekeyed", new KeyringPlaintext(prod, rekeyed(), List.of(ADA, BOB)).encode());
    target.writeSeed("dev", new KeyringPlaintext(EnvironmentType.DEV, one, List.of(ADA)).encode());
  }

  private static SealedFile empty(Environment environment) {
    return SealedFile.create("seed", environment, SeedKeys.CLASSIC.recipient().toString());
  }

  private static SealedFile sealed(Environment environment) throws StoreException {
    Block unset = Block.unset(new SecretName("Gone"), 5);
    Block token = block(environment, StoreFixture.TOKEN, 3);
    Block other = block(environment, StoreFixture.OTHER, 2147483647);
    return empty(environment).with(List.of(token, other, unset));
  }

  /** Seals a place as its own value, which is what the target holds an opened value against. */
  private static Block block(Environment environment, SecretName name, int version)
      throws StoreException {
    byte[] value = ValueFrame.line(environment, name, version).getBytes(UTF_8);
    String to = SeedKeys.CLASSIC.recipient().toString();
    return BlockCipher.seal(environment, name, version, value, to);
  }

  private static Keyring keyring(List<Identity> identities, List<Reader> readers)
      throws StoreException {
    List<String> comments = List.of("# the type's keys");
    return KeyringSealer.seal("seed", "\n", comments, EnvironmentType.PROD, identities, readers);
  }

  private static List<Identity> rekeyed() {
    return List.of(Identities.generate(), SeedKeys.CLASSIC);
  }

  private static String text(SealedFile file) {
    return new String(file.encode(), UTF_8);
  }

  private static String text(Keyring keyring) {
    return new String(keyring.encode(), UTF_8);
  }

  private static void write(FuzzTarget target, String name, String text) throws IOException {
    target.writeSeed(name, text.getBytes(UTF_8));
  }
}
