package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.Rekey;
import dev.countersign.runtime.store.Rekeyed;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.Written;
import java.util.List;

/** What the commands that rekey types have in common. */
final class Rekeying {
  private final Workspace workspace;
  private final Context context;
  private final ReaderIdentities identities;
  private final KeyPins pins;

  Rekeying(Arguments arguments, Context context) throws Failure {
    this.workspace = Workspace.open(context);
    this.context = context;
    this.identities = User.identities(context);
    this.pins = new KeyPins(workspace, arguments, context, identities);
  }

  Workspace workspace() {
    return workspace;
  }

  ReaderIdentities identities() {
    return identities;
  }

  /** Returns the rekey of a type, which tells of its progress when it takes long. */
  Rekey of(EnvironmentType type) {
    Progress progress = new Progress("rekeying " + type, context.err(), System::nanoTime);
    return new Rekey(workspace.store(), "", type, identities, progress);
  }

  /** Stops where a type has a key that was put in unseen. */
  void checkKeys(List<EnvironmentType> types) throws Failure, StoreException {
    for (EnvironmentType type : types) {
      pins.checkSealing(type);
    }
  }

  /** Fails before the first type is touched, rather than between two. */
  void requireRemovable(String name, List<EnvironmentType> types) throws Failure, StoreException {
    checkKeys(types);
    for (EnvironmentType type : types) {
      Keyring keyring = Keyring.read(workspace.store(), "", type);
      if (keyring != null && keyring.find(name) != null) {
        keyring.open(identities.identities()).without(name);
      }
    }
  }

  /** Notes the new key, and tells what a rekey came to. */
  void tell(Rekeyed rekeyed) {
    pins.pin("", rekeyed.type(), rekeyed.identity());
    for (Written unset : rekeyed.discarded()) {
      context.out().println(unset(unset));
    }
    context
        .out()
        .println(
            (rekeyed.isNewKey() ? "rekeyed " : "ended the interrupted rekey of ")
                + rekeyed.type()
                + sealed(rekeyed));
  }

  /** Returns {@code : 12 values in 2 files sealed to age1…}. */
  private static String sealed(Rekeyed rekeyed) {
    return ": "
        + Text.count(rekeyed.values() - rekeyed.discarded().size(), "value")
        + " in "
        + Text.count(rekeyed.files(), "file")
        + " sealed to "
        + rekeyed.identity();
  }

  private static String unset(Written unset) {
    return "unset "
        + unset.name()
        + " for "
        + unset.environment()
        + " (v"
        + unset.version()
        + "): it does not open";
  }

  /** Tells what is left to do after a new key. */
  void tellNext(List<EnvironmentType> types) {
    context.err().println("next: commit secrets/; when every branch with older values is merged:");
    for (EnvironmentType type : types) {
      context.err().println("  secret rekey --type " + type + " --finish");
    }
  }
}
