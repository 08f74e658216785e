package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.KeyringWriter;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lets somebody open types no more, and says what that does not undo. */
final class ReaderRemoveCommand implements Command {
  private static final Option KEEP_KEY =
      Option.flag("--keep-key", "leave the new key and the sealing for a later secret rekey");

  @Override
  public Syntax syntax() {
    return Syntax.of("reader remove", "let a reader open types no more, and give those a new key")
        .options(Targets.TYPES, KEEP_KEY, KeyPins.ACCEPT_KEY)
        .parameter(ReaderNames.NAME)
        .detail(
            """
            Without --type: every type that has such a reader. Each type gets a new key, to which
            its values are sealed. What the reader saw stays seen: the secrets to change at their
            issuers are listed. Interrupted, it goes on when it is run again.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    String name = ReaderNames.parse(arguments.get(ReaderNames.NAME));
    Rekeying rekeying = new Rekeying(arguments, context);
    List<EnvironmentType> types = types(name, arguments.find(Targets.TYPES), rekeying);
    rekeying.requireRemovable(name, types);
    StillOpen stillOpen = new StillOpen(rekeying.workspace(), name, types);
    if (arguments.has(KEEP_KEY)) {
      keepingKey(name, types, rekeying, context);
    } else {
      for (EnvironmentType type : types) {
        rekeying.tell(rekeying.of(type).removing(name));
      }
      context.out().println("removed " + name + " from the readers of " + Text.list(types));
      rekeying.tellNext(types);
    }
    stillOpen.tell(context);
    new Exposure(rekeying.workspace(), types).tell(name, context);
    return ExitStatus.DONE;
  }

  private static void keepingKey(
      String name, List<EnvironmentType> types, Rekeying rekeying, Context context)
      throws StoreException {
    Workspace workspace = rekeying.workspace();
    new KeyringWriter(workspace.store(), "", rekeying.identities()).remove(name, types);
    context.out().println("removed " + name + " from the readers of " + Text.list(types));
    context
        .err()
        .println(
            "warning: the key is as before, and if they kept it, it opens what is set from now on,"
                + " too");
    for (EnvironmentType type : types) {
      context.err().println("  fix: secret rekey --type " + type);
    }
  }

  /** Returns the types chosen, or those that have the reader or were not rekeyed to the end. */
  private static List<EnvironmentType> types(
      String name, @Nullable String chosen, Rekeying rekeying) throws Failure, StoreException {
    if (chosen != null) {
      return List.copyOf(Targets.types(chosen));
    }
    List<EnvironmentType> types = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      Keyring keyring = Keyring.read(rekeying.workspace().store(), "", type);
      if (keyring != null) {
        for (Reader reader : keyring.readers()) {
          names.add(reader.name());
        }
        if (keyring.find(name) != null || rekeying.of(type).isUnfinished()) {
          types.add(type);
        }
      }
    }
    if (types.isEmpty()) {
      throw Failure.no(
          name
              + " is a reader of no type"
              + Text.similar(NearMisses.of(name, names))
              + "\n  fix: secret reader list");
    }
    return types;
  }
}
