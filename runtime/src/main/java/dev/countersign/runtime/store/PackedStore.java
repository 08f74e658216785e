package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.resource.Resources;
import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store that was packed into the application, where {@link PackedLayout} says. They
 * are read through a class loader, so it does not matter how the application is packaged. There is
 * one place, never several merged. What a build wrote into a checkout is none: there, the
 * checkout's own store counts.
 */
public final class PackedStore implements StoreFiles {
  private static final String OVERRIDES = ".secrets.local";

  private final ClassLoader loader;
  private final String application;
  private @Nullable PackedPlace place;

  private PackedStore(ClassLoader loader, String application) {
    this.loader = loader;
    this.application = application;
  }

  /**
   * Returns the store of an application, or null if none is packed.
   *
   * @param loader what loaded the application's classes
   * @throws StoreException if it is packed twice, or with a developer's plaintext values
   */
  public static @Nullable PackedStore find(ClassLoader loader, Declarations declarations)
      throws StoreException {
    PackedStore store = new PackedStore(loader, declarations.application());
    for (String directory : declarations.directories()) {
      for (EnvironmentType type : EnvironmentType.values()) {
        store.locate(directory, type.id() + Keyring.SUFFIX);
        store.locate(directory, type.id() + SealedFile.SUFFIX);
      }
    }
    store.requireNoOverrides();
    return store.place == null ? null : store;
  }

  /** Returns what the store is packed into, in the words of a message. */
  public String packedInto() {
    return String.valueOf(place == null ? null : place.describe());
  }

  @Override
  public byte @Nullable [] read(String directory, String fileName) throws StoreException {
    URL file = locate(directory, fileName);
    if (file == null) {
      return null;
    }
    try {
      return Resources.read(file, StoreText.MAX_FILE_BYTES + 1); // what is larger is damaged
    } catch (IOException e) {
      throw unreadable(describe(directory, fileName) + " in " + packedInto(), e);
    }
  }

  /** Returns the name that the file has in the project: what mends it is done there. */
  @Override
  public String describe(String directory, String fileName) {
    return StoreDirectory.nameOf(directory, fileName);
  }

  private @Nullable URL locate(String directory, String fileName) throws StoreException {
    String name = PackedLayout.directory(application, directory) + fileName;
    URL found = null;
    try {
      for (URL next : Resources.find(loader, name)) {
        if (isOfThisStore(next)) {
          found = next;
        }
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    return found;
  }

  private boolean isOfThisStore(URL file) throws StoreException {
    PackedPlace its = PackedPlace.of(file, application);
    if (place != null && place.equals(its)) {
      return true;
    }
    if (its.isBuildOutput()) {
      return false;
    }
    if (place != null) {
      throw new StoreException(
          "the store of "
              + application
              + " is packed twice: into "
              + place.describe()
              + " and "
              + its.describe(),
          "pack it into one of them, what is deployed, and build both again");
    }
    place = its;
    return true;
  }

  private void requireNoOverrides() throws StoreException {
    if (place != null && locate("", OVERRIDES) != null) {
      throw new StoreException(
          "a developer's own values, "
              + PackedLayout.directory(application, "")
              + OVERRIDES
              + ", are in plain text in "
              + packedInto(),
          "pack *"
              + SealedFile.SUFFIX
              + " and *"
              + Keyring.SUFFIX
              + " of secrets/ alone, build again, and change those values at their issuers");
    }
  }

  private static StoreException unreadable(String name, IOException e) {
    return new StoreException(
        "cannot read " + name + ": " + Reasons.of(e), "build the application again", e);
  }
}
