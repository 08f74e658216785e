package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The other names under which a reader's keys open something: removing a name leaves those. */
final class SameKey {
  private final Workspace workspace;
  private final String name;
  private final Set<String> recipients = new HashSet<>();

  private SameKey(Workspace workspace, String name) {
    this.workspace = workspace;
    this.name = name;
  }

  /** Remembers the keys that a reader has in some types, before they are gone. */
  static SameKey of(String name, Collection<EnvironmentType> types, Workspace workspace)
      throws StoreException {
    SameKey same = new SameKey(workspace, name);
    for (EnvironmentType type : types) {
      Keyring keyring = Keyring.read(workspace.store(), "", type);
      Reader reader = keyring == null ? null : keyring.find(name);
      if (reader != null) {
        same.recipients.add(reader.recipient());
      }
    }
    return same;
  }

  /** Warns of every reader that has one of the keys and another name. */
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
      if (!reader.name().equals(name) && recipients.contains(reader.recipient())) {
        String fact = "the key that " + name + " had still reads ";
        context
            .err()
            .println("warning: " + fact + keyring.file() + ", under the name " + reader.name());
        String command = Invocation.in(directory) + " reader remove " + reader.shellName();
        context.err().println("  fix: " + command + " --type " + keyring.type());
      }
    }
  }
}
