package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;
import java.util.Arrays;

/** Prints one value, byte for byte. */
final class GetCommand implements Command {
  private static final Option REVEAL = Option.flag("--reveal", "print it even on a terminal");

  @Override
  public Syntax syntax() {
    return Syntax.of("get", "print one value")
        .oneOf(Targets.TYPE, Targets.ENVIRONMENT)
        .options(REVEAL, KeyPins.ACCEPT_KEY)
        .parameter(Names.NAME)
        .detail(
            """
            Into a pipe or a file: the exact bytes, without a line end of ours. On a terminal,
            --reveal is needed. For local, your .secrets.local comes before the store.\
            """)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    if (context.terminal().isOutput() && !arguments.has(REVEAL)) {
      throw Failure.refused(
          "the value would show on this terminal\n  fix: pass --reveal, or pipe it on");
    }
    Workspace workspace = Workspace.open(context);
    Environment environment = Targets.one(arguments, workspace.declarations());
    Declaration declaration = workspace.require(name);
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    StoredValues values = new StoredValues(workspace, environment, pins);
    byte[] value = values.find(declaration);
    if (value == null) {
      throw Failure.no(values.missing(declaration));
    }
    print(value, context);
    Arrays.fill(value, (byte) 0);
    return ExitStatus.DONE;
  }

  private static void print(byte[] value, Context context) {
    context.out().write(value, 0, value.length);
    if (context.terminal().isOutput()) {
      context.out().println();
    }
  }
}
