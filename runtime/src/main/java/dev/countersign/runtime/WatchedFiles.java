package dev.countersign.runtime;

import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store, with what was read from them: the bytes themselves, as no time or size of a
 * file says for certain that it is the same. They are sealed, and small.
 */
final class WatchedFiles implements StoreFiles {
  private final StoreFiles files;
  private final Map<Place, byte @Nullable []> contents = new HashMap<>();
  private boolean failed;

  WatchedFiles(StoreFiles files) {
    this.files = files;
  }

  @Override
  public byte @Nullable [] read(String directory, String fileName) throws StoreException {
    try {
      byte[] content = files.read(directory, fileName);
      contents.put(new Place(directory, fileName), content);
      return content;
    } catch (StoreException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public String describe(String directory, String fileName) {
    return files.describe(directory, fileName);
  }

  /** Reads them again and says whether any is not as it was; what cannot be read never is. */
  boolean haveChanged() {
    if (failed) {
      return true;
    }
    for (Map.Entry<Place, byte @Nullable []> entry : contents.entrySet()) {
      if (!isStill(entry.getKey(), entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  private boolean isStill(Place place, byte @Nullable [] content) {
    try {
      return Arrays.equals(files.read(place.directory(), place.fileName()), content);
    } catch (StoreException e) {
      return false;
    }
  }

  private record Place(String directory, String fileName) {}
}
