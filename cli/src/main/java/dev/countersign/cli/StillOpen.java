package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a reader who is removed opens still: keyrings of directories that the project extends, and
 * those that have one of the reader's keys under another name.
 */
final class StillOpen {
  private final Workspace workspace;
  private final String name;
  private final Collection<EnvironmentType> types;
  private final Set<String> recipients = new HashSet<>();

  /** Remembers the keys that the reader has in the types, so this comes before the removal. */
  StillOpen(Workspace workspace, String name, Collection<EnvironmentType> types)
      throws StoreException {
    this.workspace = workspace;
    this.name = name;
    this.types = types;
    for (EnvironmentType type : types) {
      Keyring keyring = Keyring.read(workspace.store(), "", type);
      Reader reader = keyring == null ? null : keyring.find(name);
      if (reader != null) {
        recipients.add(reader.recipient());
      }
    }
  }

  void tell(Context context) throws StoreException {
    for (String directory : workspace.declarations().directories()) {
      for (EnvironmentType type : EnvironmentType.values()) {
        Keyring keyring = Keyring.read(workspace.store(), directory, type);
        if (keyring != null) {
          tell(directory, keyring, context);
        }
      }
    }
  }

  private void tell(String directory, Keyring keyring, Context context) {
    for (Reader reader : keyring.readers()) {
      String command = Invocation.in(directory) + " reader remove " + reader.shellName();
      boolean isOfName = reader.name().equals(name);
      if (isOfName && !directory.isEmpty() && types.contains(keyring.type())) {
        warn(name + " still reads " + keyring.file(), command, context);
      } else if (!isOfName && recipients.contains(reader.recipient())) {
        String fact = "the key that " + name + " had still reads " + keyring.file();
        String fix = command + " --type " + keyring.type();
        warn(fact + ", under the name " + reader.name(), fix, context);
      }
    }
  }

  private static void warn(String fact, String fix, Context context) {
    context.err().println("warning: " + fact + "\n  fix: " + fix);
  }
}
