package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.PackedStore;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a program's store is.
 *
 * @param files the store
 * @param directory the directory, or null if the store is packed
 * @param packedInto what the store is packed into, or null if it is in a directory
 */
record Root(StoreFiles files, @Nullable Path directory, @Nullable String packedInto) {

  /** Returns the root that is a directory: with secrets.toml, with secrets/, or with both. */
  static Root at(Path directory) {
    return new Root(new StoreDirectory(directory), directory, null);
  }

  /** Returns the root of a store that was packed into the application. */
  static Root packed(PackedStore store) {
    return new Root(store, null, store.packedInto());
  }

  /** Returns the directory with secrets.toml, or null if this is no checkout. */
  @Nullable Path checkout() {
    boolean declares = directory != null && Files.isRegularFile(directory.resolve(Project.FILE));
    return declares ? directory : null;
  }

  /** Returns the place, for messages. */
  @Override
  public String toString() {
    return directory == null ? "packed into " + packedInto : directory.toString();
  }
}
