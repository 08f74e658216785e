package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Settles conflicts that a merge left in sealed files. Needs no key. */
final class ResolveCommand implements Command {
  private static final Option OURS = Option.flag("--ours", "take the side that was checked out");
  private static final Option THEIRS = Option.flag("--theirs", "take the side that was merged");
  private static final Parameter NAMES =
      Parameter.anyNumber("NAME", "the secrets; without one, merge again what is no true conflict")
          .of(Words.SECRET);

  @Override
  public Syntax syntax() {
    return Syntax.of("resolve", "settle a merge's conflict of a secret")
        .options(OURS, THEIRS, Targets.TYPE, Targets.ENVIRONMENT)
        .parameter(NAMES)
        .detail(
            """
            Works on sealed files with conflict markers, git's or those of our merge driver, in every
            type or in the one given. The sides are those that git calls so: in a rebase, ours is
            the branch that is rebased onto. No key is needed. To take neither, set the secret again:
            secret set.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    boolean isOurs = arguments.has(OURS);
    List<SecretName> names = names(arguments, isOurs);
    Path root = Root.require(context);
    StoreDirectory store = new StoreDirectory(root);
    List<UnfinishedFile> files =
        UnfinishedFile.find(store, directories(root), fileName(arguments), context);
    if (files.isEmpty()) {
      throw Failure.no("no sealed file has conflict markers: nothing to resolve");
    }
    Set<SecretName> unknown = new TreeSet<>(names);
    List<String> remaining = new ArrayList<>();
    for (UnfinishedFile file : files) {
      unknown.removeAll(file.settle(names, isOurs));
      remaining.addAll(file.remaining());
    }
    return report(unknown, remaining, context);
  }

  private static List<SecretName> names(Arguments arguments, boolean isOurs) throws Failure {
    List<SecretName> names = new ArrayList<>();
    for (String text : arguments.all(NAMES)) {
      names.add(Names.parse(text));
    }
    boolean isChosen = isOurs != arguments.has(THEIRS);
    boolean isPlain = names.isEmpty() && !isOurs && !arguments.has(THEIRS);
    if (!isPlain && (names.isEmpty() || !isChosen)) {
      throw Failure.usage("say which secrets, and --ours or --theirs");
    }
    return names;
  }

  private static @Nullable String fileName(Arguments arguments) throws Failure {
    String type = arguments.find(Targets.TYPE);
    String environment = arguments.find(Targets.ENVIRONMENT);
    if (type != null && environment != null) {
      throw Failure.usage("--type or --env, not both");
    }
    String id = type == null ? environment : Targets.type(type).id();
    return id == null ? null : id + SealedFile.SUFFIX;
  }

  /** The declarations may be in conflict too: then the root's own store is all that is known. */
  private static List<String> directories(Path root) {
    try {
      return Project.read(root).declarations().directories();
    } catch (MalformedDeclarationsException e) {
      return List.of("");
    }
  }

  private static int report(Set<SecretName> unknown, List<String> remaining, Context context)
      throws Failure {
    for (SecretName name : unknown) {
      context.err().println("secret: " + name + " is in no conflict there");
    }
    if (!remaining.isEmpty()) {
      throw Failure.no(
          "a merge is unfinished\n  "
              + String.join("\n  ", remaining)
              + "\n  fix: secret resolve NAME --ours, or --theirs, or set it again");
    }
    return ExitStatus.DONE;
  }
}
