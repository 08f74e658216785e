package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.exceptionfactory.jagged.DecryptingChannelFactory;
import com.exceptionfactory.jagged.EncryptingChannelFactory;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.armor.ArmoredEncryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Jagged, the other implementation for Java, reads what we write and writes what we read. */
class JaggedTest {
  private static final int FILES = 60;
  private static final int[] CHUNK_EDGES = {0, 1, 65535, 65536, 65537, 131072};

  private final Random random = new Random(7);
  private final Identity identity = Identities.generate();

  @Test
  void ourFiles_areReadByJagged() throws Exception {
    for (int i = 0; i < FILES; i++) {
      byte[] plaintext = plaintext(i);
      byte[] file = Age.encrypt(plaintext, List.of(other(), identity.recipient()));
      assertArrayEquals(plaintext, decrypt(new StandardDecryptingChannelFactory(), file));
    }
  }

  @Test
  void ourArmor_isReadByJagged() throws Exception {
    for (int i = 0; i < FILES; i++) {
      byte[] plaintext = plaintext(i);
      String text = Armor.encode(Age.encrypt(plaintext, List.of(identity.recipient())));
      byte[] file = text.getBytes(US_ASCII);
      assertArrayEquals(plaintext, decrypt(new ArmoredDecryptingChannelFactory(), file));
    }
  }

  @Test
  void filesOfJagged_areReadByUs() throws Exception {
    for (int i = 0; i < FILES; i++) {
      byte[] plaintext = plaintext(i);
      byte[] file = encrypt(new StandardEncryptingChannelFactory(), plaintext);
      assertArrayEquals(plaintext, Age.decrypt(file, List.of(Identities.generate(), identity)));
    }
  }

  @Test
  void armorOfJagged_isReadByUs() throws Exception {
    for (int i = 0; i < FILES; i++) {
      byte[] plaintext = plaintext(i);
      byte[] file = encrypt(new ArmoredEncryptingChannelFactory(), plaintext);
      byte[] binary = Armor.decode(new String(file, US_ASCII));
      assertArrayEquals(plaintext, Age.decrypt(binary, List.of(identity)));
    }
  }

  private byte[] plaintext(int file) {
    int size = file < CHUNK_EDGES.length ? CHUNK_EDGES[file] : random.nextInt(5000);
    byte[] plaintext = new byte[size];
    random.nextBytes(plaintext);
    return plaintext;
  }

  private static Recipient other() {
    return Identities.generate().recipient();
  }

  private byte[] decrypt(DecryptingChannelFactory factory, byte[] file)
      throws GeneralSecurityException, IOException {
    ReadableByteChannel in = Channels.newChannel(new ByteArrayInputStream(file));
    var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity.encoded());
    try (ReadableByteChannel channel = factory.newDecryptingChannel(in, List.of(reader))) {
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  private byte[] encrypt(EncryptingChannelFactory factory, byte[] plaintext)
      throws GeneralSecurityException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String recipient = identity.recipient().toString();
    var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
    WritableByteChannel to = Channels.newChannel(out);
    try (WritableByteChannel channel = factory.newEncryptingChannel(to, List.of(writer))) {
      channel.write(ByteBuffer.wrap(plaintext));
    }
    return out.toByteArray();
  }
}
