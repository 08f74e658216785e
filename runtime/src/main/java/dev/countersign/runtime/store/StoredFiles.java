package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The sealed files and keyrings of one directory on disk, each read strictly and ready to edit. */
final class StoredFiles {
  private final StoreDirectory store;
  private final String directory;
  private final Disk disk;

  StoredFiles(StoreDirectory store, String directory, Disk disk) {
    this.store = store;
    this.directory = directory;
    this.disk = disk;
  }

  AtomicFile sealedFile(Environment environment) {
    return file(SealedFile.fileName(environment));
  }

  AtomicFile keyring(EnvironmentType type) {
    return file(Keyring.fileName(type));
  }

  @Nullable SealedFile read(AtomicFile file, Environment environment) throws StoreException {
    byte[] bytes = file.read();
    if (bytes == null) {
      return null;
    }
    SealedFile sealed = SealedFile.parse(file.name(), bytes);
    sealed.requireEnvironment(environment);
    return sealed;
  }

  @Nullable Keyring read(AtomicFile file, EnvironmentType type) throws StoreException {
    byte[] bytes = file.read();
    if (bytes == null) {
      return null;
    }
    Keyring keyring = Keyring.parse(file.name(), bytes);
    keyring.requireType(type);
    return keyring;
  }

  private AtomicFile file(String fileName) {
    Path path = store.path(directory, fileName);
    return new AtomicFile(path, store.describe(directory, fileName), false, disk);
  }
}
