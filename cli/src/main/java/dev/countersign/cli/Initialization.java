package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.Recipient;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import dev.countersign.runtime.store.UserIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of {@code secret init}. Each makes what is missing, whole or not at all, and says so.
 */
final class Initialization {
  private final Path root;
  private final Context context;
  private final StoreDirectory store;
  private List<Identity> identities = List.of();
  private boolean madeAnything;

  Initialization(Path root, Context context) {
    this.root = root;
    this.context = context;
    this.store = new StoreDirectory(root);
  }

  /** Makes the user's identity, unless a file or a variable has one. */
  void identity() throws StoreException {
    Path file = User.identityFile(context);
    boolean given =
        context.variable(ReaderIdentities.KEY) != null
            || context.variable(ReaderIdentities.KEY_FILE) != null
            || context.variable(ReaderIdentities.KEY_COMMAND) != null;
    if (!given && !Files.exists(file)) {
      identities = List.of(UserIdentity.create(file));
      tell("made " + file + ", your identity: keep a copy, show it to nobody");
    } else {
      identities = User.identities(context).identities();
    }
  }

  /** Makes a file of the project that is not there. */
  void file(String name, String text) throws StoreException {
    try (ProjectText file = ProjectText.shared(root, name)) {
      if (file.read().isEmpty()) {
        file.prepare(text);
        file.commit();
        tell("made " + name);
      }
    }
  }

  /** Adds the lines that a file of the project lacks. */
  void lines(String name, List<String> lines) throws StoreException {
    try (ProjectText file = ProjectText.ofAnyEncoding(root, name)) {
      String before = file.read();
      String after = Lines.added(before, lines);
      if (!after.equals(before)) {
        file.prepare(after);
        file.commit();
        tell((before.isEmpty() ? "made " : "added lines to ") + name);
      }
    }
  }

  /** Makes the types that are missing, and returns those that were. */
  List<EnvironmentType> types() throws StoreException {
    Reader reader = new Reader(UserName.of(root, context), recipient().toString());
    List<EnvironmentType> made =
        new StoreWriter(store, "").createTypes(List.of(EnvironmentType.values()), List.of(reader));
    for (EnvironmentType type : made) {
      tell("made secrets/" + Keyring.fileName(type) + " and secrets/" + type + SealedFile.SUFFIX);
    }
    return made;
  }

  /** Tells what to do next, by what there is now. */
  void tellNext(String application, List<EnvironmentType> made) throws Failure, StoreException {
    if (!madeAnything) {
      context.out().println("nothing to make: " + application + " has all it needs");
    }
    List<ReaderRequest> requests = requests(made);
    for (ReaderRequest request : requests) {
      context.out().println(request.text(UserName.of(root, context)));
    }
    if (!requests.isEmpty()) {
      context.out().println("until then: secret set --override NAME");
    } else if (Workspace.read(root).declarations().secrets().isEmpty()) {
      context.out().println("next: secret declare NAME, then secret set --type local NAME");
    }
  }

  /** Returns what there is to ask for: the directories it extends have readers of their own. */
  private List<ReaderRequest> requests(List<EnvironmentType> made) throws Failure, StoreException {
    List<ReaderRequest> requests = new ArrayList<>();
    for (String directory : Workspace.read(root).declarations().directories()) {
      ReaderRequest request =
          ReaderRequest.find(store, directory, directory.isEmpty() ? made : List.of(), identities);
      if (request != null) {
        requests.add(request);
      }
    }
    return requests;
  }

  private Recipient recipient() {
    return identities.get(0).recipient();
  }

  /** Says what was made. */
  void tell(String line) {
    madeAnything = true;
    context.out().println(line);
  }
}
