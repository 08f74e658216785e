package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.WrongIdentityException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A keyring: the identities of one environment type, sealed to its readers. The clear lines can be
 * read without a key; {@link #open} holds them against what is sealed. Who once held a type's
 * identity can forge its keyring; nobody else can.
 */
public final class Keyring {
  /** How the name of a keyring ends. */
  public static final String SUFFIX = ".keyring";

  private final String file;
  private final String lineEnd;
  private final List<String> comments;
  private final EnvironmentType type;
  private final List<String> identities;
  private final List<Reader> readers;
  private final String armored;
  private @Nullable List<String> fingerprints;

  Keyring(
      String file,
      String lineEnd,
      List<String> comments,
      EnvironmentType type,
      List<String> identities,
      List<Reader> readers,
      String armored) {
    this.file = file;
    this.lineEnd = lineEnd;
    this.comments = comments;
    this.type = type;
    this.identities = List.copyOf(identities);
    this.readers = List.copyOf(readers);
    this.armored = armored;
  }

  /** Returns the name of a type's keyring: {@code prod.keyring}. */
  public static String fileName(EnvironmentType type) {
    return type.id() + SUFFIX;
  }

  /**
   * Makes a keyring with a new identity, which is post-quantum if the readers are.
   *
   * @param file the file as messages name it
   * @throws StoreException if there is no reader, or one cannot be a reader beside the others
   */
  public static Keyring create(String file, EnvironmentType type, List<Reader> readers)
      throws StoreException {
    List<Identity> identities = List.of(newIdentity(type, readers));
    return KeyringSealer.seal(file, "\n", List.of(), type, identities, readers);
  }

  /**
   * Reads a keyring without opening it.
   *
   * @param file the file as messages name it
   * @throws StoreFormatException if anything in it is not as it must be
   */
  public static Keyring parse(String file, byte[] bytes) throws StoreFormatException {
    return new KeyringParser(StoreText.parse(file, bytes)).parse();
  }

  /**
   * Reads a type's keyring without opening it.
   *
   * @param directory the directory that holds {@code secrets/}; empty for the root itself
   * @return the keyring, or null if there is none
   */
  public static @Nullable Keyring read(StoreFiles files, String directory, EnvironmentType type)
      throws StoreException {
    String fileName = fileName(type);
    byte[] bytes = files.read(directory, fileName);
    if (bytes == null) {
      return null;
    }
    Keyring keyring = parse(files.describe(directory, fileName), bytes);
    keyring.requireType(type);
    return keyring;
  }

  /** Returns the file as messages name it. */
  public String file() {
    return file;
  }

  /** Returns the type whose values the keyring's identities open. */
  public EnvironmentType type() {
    return type;
  }

  /** Returns the public halves of the identities, the newest first. */
  public List<String> identities() {
    return identities;
  }

  /** Returns what stands for each identity in blocks that are sealed to it. */
  synchronized List<String> fingerprints() {
    List<String> known = fingerprints;
    if (known == null) {
      known = new ArrayList<>(identities.size());
      for (String identity : identities) {
        known.add(Fingerprint.of(identity));
      }
      fingerprints = known;
    }
    return known;
  }

  /** Returns who can open it, as the clear lines say. */
  public List<Reader> readers() {
    return readers;
  }

  /** Returns what is sealed, as an armored age file with LF line ends. */
  public String armored() {
    return armored;
  }

  /**
   * Opens the keyring.
   *
   * @throws NotAReaderException if it is sealed to none of these identities
   * @throws StoreFormatException if it is damaged, or if what is sealed and the clear lines differ
   *     in type or identities
   */
  public OpenedKeyring open(List<Identity> readerIdentities) throws StoreException {
    try {
      return KeyringSealer.open(this, armored, readerIdentities);
    } catch (WrongIdentityException e) {
      throw unopenable(readerIdentities);
    } catch (AgeFormatException e) {
      throw fault("damaged: " + e.getMessage());
    }
  }

  /** An identity that the clear lines name is no stranger's: then something was changed. */
  private StoreException unopenable(List<Identity> readerIdentities) {
    for (Reader reader : readers) {
      for (Identity identity : readerIdentities) {
        if (identity.recipient().toString().equals(reader.recipient())) {
          return fault("it names " + reader.name() + " as a reader and is not sealed to their key");
        }
      }
    }
    return new NotAReaderException(this, readerIdentities);
  }

  /** Returns the bytes of the file. */
  public byte[] encode() {
    StringBuilder out = new StringBuilder();
    for (String comment : comments) {
      out.append(comment).append('\n');
    }
    out.append("format 1\ntype ").append(type.id()).append('\n');
    for (String identity : identities) {
      out.append("identity ").append(identity).append('\n');
    }
    for (Reader reader : readers) {
      out.append("reader ").append(reader.recipient());
      out.append(" # ").append(reader.name()).append('\n');
    }
    out.append(armored);
    return LineEnds.apply(out, lineEnd).getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses the keyring if it was put under the name of another type. */
  void requireType(EnvironmentType expected) throws StoreFormatException {
    if (type != expected) {
      throw fault(
          comments.size() + 2, "it is the keyring of type " + type + ", not of " + expected);
    }
  }

  /** Makes an identity for a type: post-quantum if its readers are. */
  static Identity newIdentity(EnvironmentType type, List<Reader> readers) throws StoreException {
    boolean postQuantum = KeyringSealer.recipients(type, readers).get(0).isPostQuantum();
    return postQuantum ? Identities.generatePostQuantum() : Identities.generate();
  }

  /** Returns the reader of a name, or null if there is none. */
  public @Nullable Reader find(String name) {
    for (Reader reader : readers) {
      if (reader.name().equals(name)) {
        return reader;
      }
    }
    return null;
  }

  /** Returns the same keyring with other comments and line ends. */
  Keyring withText(String newLineEnd, List<String> newComments) {
    return new Keyring(file, newLineEnd, newComments, type, identities, readers, armored);
  }

  String lineEnd() {
    return lineEnd;
  }

  List<String> comments() {
    return comments;
  }

  /** Returns the same keyring file with other identities and readers, sealed anew. */
  Keyring reseal(List<Identity> newIdentities, List<Reader> newReaders) throws StoreException {
    return KeyringSealer.seal(file, lineEnd, comments, type, newIdentities, newReaders);
  }

  /** Returns a fault at the line where the armored age file begins. */
  StoreFormatException fault(String fact) {
    return fault(comments.size() + 2 + identities.size() + readers.size() + 1, fact);
  }

  private StoreFormatException fault(int line, String fact) {
    return new StoreFormatException(file, line, 1, fact, Mends.file(file));
  }
}
