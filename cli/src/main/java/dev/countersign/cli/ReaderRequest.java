package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.NotAReaderException;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a developer who cannot open the daily types yet sends to one who can. */
final class ReaderRequest {
  private static final List<EnvironmentType> DAILY =
      List.of(EnvironmentType.LOCAL, EnvironmentType.DEV);

  private final String directory;
  private final Set<EnvironmentType> closed;
  private final Identity identity;

  private ReaderRequest(String directory, Set<EnvironmentType> closed, Identity identity) {
    this.directory = directory;
    this.closed = closed;
    this.identity = identity;
  }

  /**
   * Returns what there is to ask for, or null if the daily types open.
   *
   * @param directory the directory with the keyrings, empty for the project's own
   * @param made the types whose keyrings this user has just made
   */
  static @Nullable ReaderRequest find(
      StoreDirectory store, String directory, List<EnvironmentType> made, List<Identity> identities)
      throws StoreException {
    Set<EnvironmentType> closed = EnumSet.noneOf(EnvironmentType.class);
    for (EnvironmentType type : EnvironmentType.values()) {
      if (!made.contains(type) && isClosed(type, directory, store, identities)) {
        closed.add(type);
      }
    }
    boolean works = !closed.contains(DAILY.get(0)) && !closed.contains(DAILY.get(1));
    return works ? null : new ReaderRequest(directory, closed, identities.get(0));
  }

  private static boolean isClosed(
      EnvironmentType type, String directory, StoreDirectory store, List<Identity> identities)
      throws StoreException {
    Keyring keyring = Keyring.read(store, directory, type);
    if (keyring == null) {
      return false;
    }
    try {
      keyring.open(identities);
      return false;
    } catch (NotAReaderException e) {
      return true;
    }
  }

  /** Returns the line to send. */
  String text(String name) {
    return "next: you cannot open "
        + list(List.copyOf(closed), ", ")
        + (directory.isEmpty() ? "" : " of " + directory)
        + " yet; send this line to a reader, who runs it after confirming the key with you:\n  "
        + Invocation.in(directory)
        + " reader add "
        + new Reader(name, identity.recipient().toString()).shellName()
        + " "
        + identity.recipient()
        + " --type "
        + list(DAILY, ",");
  }

  /** Returns those of the types that are closed. */
  private String list(List<EnvironmentType> types, String separator) {
    List<String> ids = new ArrayList<>();
    for (EnvironmentType type : types) {
      if (closed.contains(type)) {
        ids.add(type.id());
      }
    }
    return String.join(separator, ids);
  }
}
