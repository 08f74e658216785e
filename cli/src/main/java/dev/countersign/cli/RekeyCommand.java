package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.Rekey;
import dev.countersign.runtime.store.Rekeyed;
import dev.countersign.runtime.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives a type another key, and seals its values to it. */
final class RekeyCommand implements Command {
  private static final Option FINISH =
      Option.flag("--finish", "seal what is left under older keys to the newest, and drop those");
  private static final Option DISCARD =
      Option.flag("--discard-unreadable", "unset every value that you cannot open");
  private static final Option POST_QUANTUM =
      Option.flag("--post-quantum", "make a key that quantum computers do not open either");
  private static final Option READER =
      Option.taking("--reader", "NAME=KEY", "the post-quantum key a reader goes on with")
          .repeated();

  @Override
  public Syntax syntax() {
    return Syntax.of("rekey", "give a type a new key, and seal its values to it")
        .oneOf(Targets.TYPE)
        .options(FINISH, DISCARD, POST_QUANTUM, READER, KeyPins.ACCEPT_KEY)
        .detail(
            """
            Everybody who can open the type goes on reading, during and after it; versions stay.
            Interrupted, it goes on when it is run again. The older key stays in the keyring for
            values that branches bring along, until --finish.""")
        .detail(
            """
            --discard-unreadable is for keys that are lost: it lists what it unset. If you cannot
            open the type at all, that is everything, and you become its one reader.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    requireOneMode(arguments);
    EnvironmentType type = Targets.type(String.valueOf(arguments.find(Targets.TYPE)));
    Map<String, String> keys = keys(arguments);
    Rekeying rekeying = new Rekeying(arguments, context);
    rekeying.checkKeys(List.of(type));
    if (arguments.has(FINISH)) {
      return finish(type, rekeying, context);
    }
    Rekey rekey = rekeying.of(type);
    Rekeyed rekeyed =
        arguments.has(DISCARD)
            ? rekey.discardingUnreadable(self(rekeying, context))
            : arguments.has(POST_QUANTUM) ? rekey.postQuantum(keys) : rekey.run();
    rekeying.tell(rekeyed);
    if (!rekeyed.isNewKey()) {
      context.err().println("for another new key: secret rekey --type " + type);
    }
    if (arguments.has(DISCARD)) {
      context.err().println("next: set again what was unset, then commit secrets/");
    } else {
      rekeying.tellNext(List.of(type));
    }
    return ExitStatus.DONE;
  }

  private static int finish(EnvironmentType type, Rekeying rekeying, Context context)
      throws StoreException {
    Keyring before = Keyring.read(rekeying.workspace().store(), "", type);
    boolean hasOlder = before != null && before.identities().size() > 1;
    Rekeyed finished = rekeying.of(type).finish();
    if (!hasOlder && finished.files() == 0) {
      context
          .out()
          .println("nothing to finish: the only key of " + type + " is " + finished.identity());
      return ExitStatus.DONE;
    }
    context
        .out()
        .println(
            "finished "
                + type
                + ": "
                + Text.count(finished.values(), "value")
                + " sealed anew; its only key is "
                + finished.identity());
    context.err().println("next: commit secrets/");
    return ExitStatus.DONE;
  }

  private static void requireOneMode(Arguments arguments) throws Failure {
    Option chosen = null;
    for (Option mode : new Option[] {FINISH, DISCARD, POST_QUANTUM}) {
      if (arguments.has(mode)) {
        if (chosen != null) {
          throw Failure.usage(chosen.name() + " and " + mode.name() + " exclude each other");
        }
        chosen = mode;
      }
    }
    if (arguments.has(READER) && !arguments.has(POST_QUANTUM)) {
      throw Failure.usage("--reader belongs to --post-quantum");
    }
  }

  private static Map<String, String> keys(Arguments arguments) throws Failure {
    Map<String, String> keys = new TreeMap<>();
    for (String assignment : arguments.all(READER)) {
      int equals = assignment.lastIndexOf('=');
      if (equals < 0) {
        throw Failure.usage("--reader takes NAME=KEY, a reader's name and public key");
      }
      keys.put(
          ReaderNames.parse(assignment.substring(0, equals)), assignment.substring(equals + 1));
    }
    return keys;
  }

  private static Reader self(Rekeying rekeying, Context context) throws StoreException {
    Identity identity = rekeying.identities().identities().get(0);
    String name = UserName.of(rekeying.workspace().root(), context);
    return new Reader(name, identity.recipient().toString());
  }
}
