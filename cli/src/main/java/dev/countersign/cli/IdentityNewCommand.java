package dev.countersign.cli;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.UserIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes an identity. What is there is never overwritten. */
final class IdentityNewCommand implements Command {
  private static final Option PASSPHRASE =
      Option.flag("--passphrase", "protect the file by a passphrase, asked for at each use");
  private static final Option POST_QUANTUM =
      Option.flag("--post-quantum", "make a key that quantum computers do not open either");
  private static final Option FILE =
      Option.taking("--file", "FILE", "another file than your own, as for a deployment")
          .of(Words.FILE);

  @Override
  public Syntax syntax() {
    return Syntax.of("identity new", "make an identity, for you or for a deployment")
        .options(PASSPHRASE, POST_QUANTUM, FILE)
        .detail(
            """
            Prints the public half, to give to a reader. The private half goes to a file that you
            alone can read, and which is never overwritten. Keep a copy of it in a safe place: when
            every reader of a type has lost theirs, its values are gone.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    String chosen = arguments.find(FILE);
    Path file =
        chosen == null ? User.identityFile(context) : Paths.resolve(context.directory(), chosen);
    boolean postQuantum = arguments.has(POST_QUANTUM);
    Identity identity = postQuantum ? Identities.generatePostQuantum() : Identities.generate();
    char[] passphrase =
        arguments.has(PASSPHRASE) && !Files.exists(file) ? passphrase(file, context) : null;
    write(file, identity, passphrase);
    context.err().println("made " + file + ": keep a copy, show it to nobody");
    context.out().println(identity.recipient());
    return ExitStatus.DONE;
  }

  private static void write(Path file, Identity identity, char @Nullable [] passphrase)
      throws StoreException {
    try {
      UserIdentity.write(file, identity, passphrase);
    } finally {
      if (passphrase != null) {
        Arrays.fill(passphrase, '\0');
      }
    }
  }

  private static char[] passphrase(Path file, Context context) throws Failure {
    Terminal terminal = context.terminal();
    if (!terminal.canAsk()) {
      throw Failure.refused(
          "the passphrase cannot be asked for: there is no terminal"
              + "\n  fix: run it in a terminal, or leave --passphrase away");
    }
    char[] passphrase = terminal.ask("new passphrase of " + file + ": ");
    if (passphrase == null || passphrase.length == 0) {
      throw Failure.refused(
          "no passphrase was typed: nothing was made\n  fix: run it again, and type one");
    }
    char[] again = terminal.ask("once more: ");
    boolean same = Arrays.equals(passphrase, again);
    if (again != null) {
      Arrays.fill(again, '\0');
    }
    if (!same) {
      Arrays.fill(passphrase, '\0');
      throw Failure.refused("the two differ: nothing was made\n  fix: run it again");
    }
    return passphrase;
  }
}
