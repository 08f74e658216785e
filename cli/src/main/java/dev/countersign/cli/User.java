package dev.countersign.cli;

import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.UserDirectories;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user's own files and keys, as the context has them. */
final class User {
  private User() {}

  /** Returns where the user's identity file is, or would be. */
  static Path identityFile(Context context) {
    return UserDirectories.identityFile(
        context.environment(), context.property("os.name"), context.property("user.home"));
  }

  /** Says whether an identity is to be had: a place that is set counts, whatever is there. */
  static boolean hasIdentities(Context context) {
    return context.variable(ReaderIdentities.KEY) != null
        || context.variable(ReaderIdentities.KEY_FILE) != null
        || context.variable(ReaderIdentities.KEY_COMMAND) != null
        || Files.exists(identityFile(context));
  }

  /** Returns the identities that open the store; they are looked for when first asked. */
  static ReaderIdentities identities(Context context) {
    return ReaderIdentities.locate(
        context.environment(), identityFile(context), new TypedPassphrase(context.terminal()));
  }

  /** Returns where the command notes what it saw of this user's checkouts. */
  static Path state(Context context) {
    return UserDirectories.state(
        context.environment(), context.property("os.name"), context.property("user.home"));
  }

  /** Returns where the command keeps what it can make anew. */
  static Path cache(Context context) {
    return UserDirectories.cache(
        context.environment(), context.property("os.name"), context.property("user.home"));
  }
}
