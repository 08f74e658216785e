package dev.countersign.runtime.store;

import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.IdentityFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identities of this developer or deployment, from the first place that is set: {@code
 * COUNTERSIGN_KEY}, {@code COUNTERSIGN_KEY_FILE}, {@code COUNTERSIGN_KEY_COMMAND}, else the user's
 * identity file. A place that is set never falls through to the next. The place is looked at when
 * the identities are first asked for, and once. A command is run once in the life of the process,
 * even if it fails: it may ask somebody, or take its time. No message repeats what was found there.
 */
public final class ReaderIdentities {
  /** The variable that holds identities themselves. */
  public static final String KEY = "COUNTERSIGN_KEY";

  /** The variable that names a file of identities. */
  public static final String KEY_FILE = "COUNTERSIGN_KEY_FILE";

  /** The variable that holds a command which prints identities. */
  public static final String KEY_COMMAND = "COUNTERSIGN_KEY_COMMAND";

  private static final Map<String, ReaderIdentities> COMMANDS = new HashMap<>();

  private final IdentitySource source;
  private final Passphrases passphrases;
  private @Nullable List<Identity> identities;
  private @Nullable StoreException failure;

  private ReaderIdentities(IdentitySource source, Passphrases passphrases) {
    this.source = source;
    this.passphrases = passphrases;
  }

  /**
   * Finds the place; looks at nothing but the variables yet.
   *
   * @param environment the process environment; an empty variable is as good as none
   * @param userFile the user's identity file, see {@link UserDirectories#identityFile}
   */
  public static ReaderIdentities locate(Map<String, String> environment, Path userFile) {
    return locate(environment, userFile, Passphrases.NONE);
  }

  /**
   * Finds the place, of identities that may be protected by a passphrase.
   *
   * @param passphrases asked when the identities are, if they are protected
   */
  public static ReaderIdentities locate(
      Map<String, String> environment, Path userFile, Passphrases passphrases) {
    String key = environment.getOrDefault(KEY, "");
    String keyFile = environment.getOrDefault(KEY_FILE, "");
    String keyCommand = environment.getOrDefault(KEY_COMMAND, "");
    if (!key.isEmpty()) {
      return new ReaderIdentities(new VariableSource(key), passphrases);
    }
    if (!keyFile.isEmpty()) {
      return new ReaderIdentities(new KeyFileSource(keyFile), passphrases);
    }
    return keyCommand.isEmpty()
        ? new ReaderIdentities(new UserFileSource(userFile), passphrases)
        : ofCommand(keyCommand, passphrases);
  }

  private static ReaderIdentities ofCommand(String command, Passphrases passphrases) {
    synchronized (COMMANDS) {
      ReaderIdentities known = COMMANDS.get(command);
      if (known == null) {
        known = new ReaderIdentities(new CommandSource(command), passphrases);
        COMMANDS.put(command, known);
      }
      return known;
    }
  }

  /** Returns the place, as messages name it: a variable, or the path of the user's file. */
  public String source() {
    return source.name();
  }

  /**
   * Returns the identities.
   *
   * @throws StoreException if there is none at the place, or it cannot be read, or what is there is
   *     not identities
   */
  public synchronized List<Identity> identities() throws StoreException {
    List<Identity> present = identities;
    if (present == null) {
      requireNotFailed();
      present = read();
      identities = present;
    }
    return present;
  }

  private void requireNotFailed() throws StoreException {
    if (failure != null) {
      throw failure;
    }
  }

  private List<Identity> read() throws StoreException {
    try {
      return parse(source.read());
    } catch (StoreException e) {
      if (source.isAskedOnce() && !Thread.currentThread().isInterrupted()) {
        failure = e; // whoever was interrupted never heard what the command would have said
      }
      throw e;
    }
  }

  private List<Identity> parse(byte[] content) throws StoreException {
    try {
      if (IdentityFile.isEncrypted(content)) {
        return new LockedIdentities(source.name(), content).open(passphrases);
      }
      return Identities.parseFile(new String(content, StandardCharsets.UTF_8));
    } catch (AgeFormatException e) {
      throw new StoreException(
          source.name() + " does not hold identities: " + e.getMessage(), source.remedy(), e);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }
}
