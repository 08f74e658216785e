package dev.countersign.cli;

import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;

/** Shows the public half of the identity in use. */
final class IdentityShowCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("identity show", "show the public half of your identity, to give to a reader")
        .detail(
            """
            The identity is that of COUNTERSIGN_KEY, COUNTERSIGN_KEY_FILE or COUNTERSIGN_KEY_COMMAND,
            the first that is set, or else your own file, which secret init makes.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws StoreException {
    ReaderIdentities identities = User.identities(context);
    for (Identity identity : identities.identities()) {
      context.out().println(identity.recipient());
    }
    context.err().println("from " + identities.source());
    return ExitStatus.DONE;
  }
}
