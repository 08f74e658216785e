package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that types were sealed to when this user last looked, noted for each checkout. Whoever
 * can commit could put another key in, and be sent the next value; a key that comes unexplained
 * stops the command. The first sight of a checkout is trusted, and so is whoever has the user's
 * account.
 */
final class KeyPins {
  static final Option ACCEPT_KEY =
      Option.taking("--accept-key", "KEY", "trust this key of the type from now on, age1…");

  private final Workspace workspace;
  private final Context context;
  private final @Nullable String accepted;
  private final ReaderIdentities identities;
  private boolean isWarned;

  KeyPins(Workspace workspace, Arguments arguments, Context context, ReaderIdentities identities) {
    this.workspace = workspace;
    this.context = context;
    this.accepted = arguments.find(ACCEPT_KEY);
    this.identities = identities;
  }

  ReaderIdentities identities() {
    return identities;
  }

  /** Checks the key that an environment's next value will be sealed to. */
  void checkSetting(String directory, Environment environment) throws Failure, StoreException {
    Keyring keyring = Keyring.read(workspace.store(), directory, environment.type());
    if (keyring != null) {
      String key = new StoreWriter(workspace.store(), directory).recipient(environment);
      check(new KeySeen(directory, keyring, key, true));
    }
  }

  /** Checks the newest key of a type whose keyring is about to change. */
  void checkSealing(EnvironmentType type) throws Failure, StoreException {
    Keyring keyring = Keyring.read(workspace.store(), "", type);
    if (keyring != null) {
      check(new KeySeen("", keyring, keyring.identities().get(0), true));
    }
  }

  /** Checks the newest key of a type of which a value is about to be opened. */
  void checkOpening(String directory, EnvironmentType type) throws Failure, StoreException {
    Keyring keyring = Keyring.read(workspace.store(), directory, type);
    if (keyring != null) {
      check(new KeySeen(directory, keyring, keyring.identities().get(0), false));
    }
  }

  /** Says whether the newest key of a type is the one noted last. */
  boolean isKnown(String directory, EnvironmentType type) throws StoreException {
    Keyring keyring = Keyring.read(workspace.store(), directory, type);
    List<String> known = known(directory, type);
    return keyring != null && !known.isEmpty() && keyring.identities().get(0).equals(known.get(0));
  }

  /** Returns what would stop a value from being set for a type, or null. Notes nothing. */
  @Nullable Failure refusal(String directory, EnvironmentType type) throws StoreException {
    Keyring keyring = Keyring.read(workspace.store(), directory, type);
    List<String> known = known(directory, type);
    if (keyring == null || known.isEmpty() || isKnown(directory, type)) {
      return null;
    }
    KeySeen seen = new KeySeen(directory, keyring, keyring.identities().get(0), true);
    boolean isExplained =
        isVouchedFor(seen, known.get(0))
            || (known.contains(seen.key()) && isOldCheckout(seen, known.get(0)));
    return isExplained ? null : refusal(seen, known.get(0));
  }

  /** Notes the key that this user made or accepted. */
  void pin(String directory, EnvironmentType type, String key) {
    List<String> keys = new ArrayList<>();
    keys.add(key);
    for (String known : known(directory, type)) {
      if (!known.equals(key)) {
        keys.add(known);
      }
    }
    try {
      file(directory, type).write(keys);
    } catch (StoreException | IOException e) {
      warn();
    }
  }

  private void check(KeySeen seen) throws Failure, StoreException {
    EnvironmentType type = seen.keyring().type();
    List<String> known = known(seen.directory(), type);
    boolean isFirst = known.isEmpty() || seen.key().equals(accepted);
    if (!isFirst && seen.key().equals(known.get(0))) {
      return;
    }
    if (isFirst) {
      pin(seen.directory(), type, seen.key());
    } else if (isVouchedFor(seen, known.get(0))) {
      acceptVouched(seen, known.get(0));
    } else if (known.contains(seen.key()) && (!seen.seals() || isOldCheckout(seen, known.get(0)))) {
      notice(
          type
              + " has an older key here, from before it was rekeyed: "
              + seen.key()
              + "\n  if that rekey was thrown away: --accept-key "
              + seen.key());
    } else {
      throw refusal(seen, known.get(0));
    }
  }

  /** Says whether this user can open a keyring that has the key noted and the one seen. */
  private boolean isVouchedFor(KeySeen seen, String pinned) throws StoreFormatException {
    if (!seen.keyring().identities().containsAll(List.of(pinned, seen.key()))) {
      return false;
    }
    try {
      seen.keyring().open(identities.identities());
      return true;
    } catch (StoreFormatException e) {
      throw e;
    } catch (StoreException e) {
      return false; // not a reader, or without a key: nobody we trust vouches for it
    }
  }

  private void acceptVouched(KeySeen seen, String pinned) {
    EnvironmentType type = seen.keyring().type();
    List<String> newestFirst = seen.keyring().identities();
    if (newestFirst.indexOf(seen.key()) < newestFirst.indexOf(pinned)) {
      notice(type + " was rekeyed: it is sealed to " + seen.key() + " now");
      pin(seen.directory(), type, seen.key());
    } else {
      notice("this is still sealed to an older key of " + type + ": " + seen.key());
    }
  }

  /** Says whether git's history of this checkout does not reach to the key that was noted. */
  private boolean isOldCheckout(KeySeen seen, String pinned) {
    String commit = Git.commitOf(pinned, directory(seen.directory()), seen.files(), context);
    return commit != null && commit.isEmpty();
  }

  private Failure refusal(KeySeen seen, String pinned) {
    String commit = Git.commitOf(seen.key(), directory(seen.directory()), seen.files(), context);
    String brought =
        commit == null ? "" : commit.isEmpty() ? ", in no commit yet" : ", by commit " + commit;
    return Failure.unusable(
        seen.keyring().type()
            + " is sealed to another key than when you last looked, and no keyring that you can"
            + " open has both\n  before: "
            + pinned
            + "\n  now:    "
            + seen.key()
            + brought
            + "\n  fix: ask a reader whether they rekeyed it; if so: --accept-key "
            + seen.key());
  }

  private List<String> known(String directory, EnvironmentType type) {
    try {
      return file(directory, type).read();
    } catch (StoreException | IOException e) {
      warn();
      return List.of();
    }
  }

  private PinFile file(String directory, EnvironmentType type) throws IOException {
    return new PinFile(User.state(context), directory(directory).toRealPath(), type);
  }

  private Path directory(String directory) {
    return workspace.root().resolve(directory);
  }

  private void notice(String text) {
    context.err().println("notice: " + text);
  }

  private void warn() {
    if (!isWarned) {
      isWarned = true;
      context
          .err()
          .println(
              "warning: "
                  + User.state(context)
                  + " cannot be used, so that a replaced key would go unnoticed"
                  + "\n  fix: make it a directory that you can write, or set XDG_STATE_HOME");
    }
  }

  /** A key that a command came across: in what keyring, and whether it is to be sealed to. */
  private record KeySeen(String directory, Keyring keyring, String key, boolean seals) {
    /** Returns the keyring and its type's sealed file, for git. */
    List<String> files() {
      String type = keyring.type().id();
      return List.of(
          "secrets/" + Keyring.fileName(keyring.type()), "secrets/" + type + SealedFile.SUFFIX);
    }
  }
}
