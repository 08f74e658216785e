package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Recipients;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.KeyringWriter;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets somebody open types. Changes their keyrings and no other file. */
final class ReaderAddCommand implements Command {
  private static final Parameter RECIPIENT =
      Parameter.required("RECIPIENT", "their public key, age1…, as secret identity show prints it");

  @Override
  public Syntax syntax() {
    return Syntax.of("reader add", "let a developer or a deployment open types")
        .oneOf(Targets.TYPES)
        .options(KeyPins.ACCEPT_KEY)
        .parameter(ReaderNames.NAME)
        .parameter(RECIPIENT)
        .detail(
            """
            Confirm the key with its owner first, not by the way it came: whoever owns it can open
            every value of the types, also those set later. You must be a reader of each type.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    Reader reader = reader(arguments);
    Set<EnvironmentType> types = Targets.types(String.valueOf(arguments.find(Targets.TYPES)));
    Workspace workspace = Workspace.open(context);
    ReaderIdentities identities = User.identities(context);
    KeyPins pins = new KeyPins(workspace, arguments, context, identities);
    for (EnvironmentType type : types) {
      pins.checkSealing(type);
    }
    new KeyringWriter(workspace.store(), "", identities).add(reader, types);
    context.out().println("added " + reader.name() + " to the readers of " + Text.list(types));
    context.err().println("next: commit " + ReaderNames.keyrings(types));
    tellShared(reader, types, workspace, context);
    return ExitStatus.DONE;
  }

  /** Tells of directories that the project extends: their readers are their own. */
  private static void tellShared(
      Reader reader, Set<EnvironmentType> types, Workspace workspace, Context context)
      throws StoreException {
    for (String directory : workspace.declarations().directories()) {
      Set<EnvironmentType> closed = EnumSet.noneOf(EnvironmentType.class);
      for (EnvironmentType type : directory.isEmpty() ? Set.<EnvironmentType>of() : types) {
        if (isClosed(reader, Keyring.read(workspace.store(), directory, type))) {
          closed.add(type);
        }
      }
      if (!closed.isEmpty()) {
        context.err().println(shared(reader, directory, closed));
      }
    }
  }

  private static boolean isClosed(Reader reader, @Nullable Keyring keyring) {
    if (keyring == null) {
      return false;
    }
    for (Reader present : keyring.readers()) {
      if (present.recipient().equals(reader.recipient())) {
        return false;
      }
    }
    return true;
  }

  private static String shared(Reader reader, String directory, Set<EnvironmentType> types) {
    List<String> ids = new ArrayList<>();
    for (EnvironmentType type : types) {
      ids.add(type.id());
    }
    return "note: "
        + reader.name()
        + " is no reader of "
        + directory
        + ", which this project takes secrets from\n  fix: "
        + Invocation.in(directory)
        + " reader add "
        + reader.shellName()
        + " "
        + reader.recipient()
        + " --type "
        + String.join(",", ids);
  }

  private static Reader reader(Arguments arguments) throws Failure {
    String name = ReaderNames.parse(arguments.get(ReaderNames.NAME));
    try {
      return new Reader(name, Recipients.parse(arguments.get(RECIPIENT)).toString());
    } catch (AgeFormatException e) {
      throw Failure.usage("RECIPIENT is no public key: " + e.getMessage());
    }
  }
}
