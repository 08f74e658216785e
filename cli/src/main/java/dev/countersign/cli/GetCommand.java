package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.Entry;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
            --reveal is needed. For local, your .secrets.local comes before the store.""")
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
    byte[] value = value(declaration, environment, workspace, pins);
    print(value, context);
    Arrays.fill(value, (byte) 0);
    return ExitStatus.DONE;
  }

  private static byte[] value(
      Declaration declaration, Environment environment, Workspace workspace, KeyPins pins)
      throws Failure, StoreException, DotenvFormatException {
    byte[] override =
        environment.type() == EnvironmentType.LOCAL ? override(declaration, workspace) : null;
    return override == null ? sealed(declaration, environment, workspace, pins) : override;
  }

  private static byte @Nullable [] override(Declaration declaration, Workspace workspace)
      throws DotenvFormatException {
    Entry entry = OverrideFile.read(workspace.root()).find(declaration.name());
    return entry == null ? null : entry.value().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sealed(
      Declaration declaration, Environment environment, Workspace workspace, KeyPins pins)
      throws Failure, StoreException {
    StoreIndex index = StoreIndex.read(workspace.store(), workspace.declarations(), environment);
    SealedValues values = new SealedValues(workspace, pins, index);
    try (OpenedValue value = values.open(declaration, environment)) {
      if (value == null) {
        throw missing(declaration, environment, workspace);
      }
      return value.revealBytes();
    }
  }

  private static Failure missing(
      Declaration declaration, Environment environment, Workspace workspace) {
    return Failure.no(
        declaration.name()
            + " has no value for "
            + environment
            + Messages.setFor(workspace.index().environmentsOf(declaration.name()))
            + "\n  fix: "
            + Remedy.missing(declaration, environment));
  }

  private static void print(byte[] value, Context context) {
    context.out().write(value, 0, value.length);
    if (context.terminal().isOutput()) {
      context.out().println();
    }
  }
}
