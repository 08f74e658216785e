package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Recipients;
import dev.countersign.runtime.store.KeyringWriter;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;
import java.util.Set;

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
    return ExitStatus.DONE;
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
