package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.FuzzTarget;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Writes the seeds of this package's fuzzing anew, when asked for: {@code mvn test
 * -Dtest=WriteSeeds}. Those that are committed stay good for as long as age v1 files are read.
 */
class WriteSeeds {
  private static final byte[] PLAINTEXT = SeedKeys.PLAINTEXT.getBytes(UTF_8);

  @Test
  void files() throws IOException {
    new AgeFuzzTest().writeSeed("classic", classic());
    new AgeFuzzTest().writeSeed("hybrid", hybrid());
    new AgeFuzzTest().writeSeed("passphrase", passphrase());
    new AgeFuzzTest().writeSeed("two-recipients", twoRecipients());
    new AgeFuzzTest().writeSeed("cut-short", Arrays.copyOf(classic(), 150));
  }

  @Test
  void headers() throws IOException {
    new HeaderFuzzTest().writeSeed("classic", header(classic()));
    new HeaderFuzzTest().writeSeed("hybrid", header(hybrid()));
    new HeaderFuzzTest().writeSeed("two-recipients", header(twoRecipients()));
    new HeaderFuzzTest().writeSeed("cut-short", Arrays.copyOf(classic(), 100));
    new HeaderFuzzTest().writeSeed("full-last-line", fullLastLine());
  }

  @Test
  void armors() throws IOException {
    String armored = Armor.encode(classic());
    write(new ArmorFuzzTest(), "lf", armored);
    write(new ArmorFuzzTest(), "crlf", "\r\n" + armored.replace("\n", "\r\n"));
    write(new ArmorFuzzTest(), "space-around", "\n \t\n" + armored + "\n  \n");
    write(new ArmorFuzzTest(), "empty", Armor.encode(new byte[0]));
    write(new ArmorFuzzTest(), "one-byte", Armor.encode(new byte[1]));
    write(new ArmorFuzzTest(), "short-line-within", armored.replaceFirst("A\n?", "\n"));
  }

  @Test
  void keys() throws IOException {
    String classic = SeedKeys.CLASSIC.encoded();
    String hybrid = SeedKeys.HYBRID.encoded();
    write(new KeysFuzzTest(), "recipient", SeedKeys.CLASSIC.recipient().toString());
    write(new KeysFuzzTest(), "hybrid-recipient", SeedKeys.HYBRID.recipient().toString());
    write(new KeysFuzzTest(), "identity", classic);
    write(new KeysFuzzTest(), "hybrid-identity", hybrid);
    write(new KeysFuzzTest(), "file", "# two\r\n" + classic + "\r\n\r\n" + hybrid + "\r\n");
    write(new KeysFuzzTest(), "lower-case", classic.toLowerCase(Locale.ROOT));
  }

  private static byte[] classic() {
    return Age.encrypt(PLAINTEXT, List.of(SeedKeys.CLASSIC.recipient()));
  }

  private static byte[] hybrid() {
    return Age.encrypt(PLAINTEXT, List.of(SeedKeys.HYBRID.recipient()));
  }

  private static byte[] passphrase() {
    return Age.encrypt(PLAINTEXT, SeedKeys.PASSPHRASE.toCharArray(), 1);
  }

  private static byte[] twoRecipients() {
    Recipient other = Identities.generate().recipient();
    return Age.encrypt(PLAINTEXT, List.of(other, SeedKeys.CLASSIC.recipient()));
  }

  /** A stanza whose body fills its lines, so that an empty one must follow. */
  private static byte[] fullLastLine() {
    List<Stanza> stanzas = List.of(new Stanza(List.of("other", "word"), new byte[48]));
    return Header.create(stanzas, new byte[Age.FILE_KEY_LENGTH]).encode();
  }

  private static byte[] header(byte[] file) {
    String text = new String(file, ISO_8859_1);
    int end = text.indexOf('\n', text.indexOf("\n---") + 1);
    return Arrays.copyOf(file, end + 1);
  }

  private static void write(FuzzTarget target, String name, String text) throws IOException {
    target.writeSeed(name, text.getBytes(US_ASCII));
  }
}
