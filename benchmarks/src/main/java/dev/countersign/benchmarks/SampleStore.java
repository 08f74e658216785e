package dev.countersign.benchmarks;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store on disk with so many values of 32 bytes in type prod, and one reader. */
final class SampleStore implements AutoCloseable {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final int VALUE_BYTES = 32;

  private final Path root;
  private final StoreDirectory files;
  private final List<SecretName> names = new ArrayList<>();
  private final Declarations declarations;

  SampleStore(int values) throws IOException, StoreException {
    root = Files.createTempDirectory("countersign-benchmark");
    files = new StoreDirectory(root);
    Map<SecretName, Declaration> secrets = new TreeMap<>();
    for (int i = 0; i < values; i++) {
      SecretName name = new SecretName("SampleSecret" + i);
      names.add(name);
      secrets.put(name, Declaration.of(name));
    }
    declarations = new Declarations("sample", secrets, Map.of(), List.of(""));
    write();
  }

  private void write() throws StoreException {
    StoreWriter writer = new StoreWriter(files, "");
    Reader reader = new Reader("sample", SampleKeys.classic().recipient().toString());
    writer.createTypes(List.of(EnvironmentType.PROD), List.of(reader));
    List<Change> changes = new ArrayList<>();
    for (SecretName name : names) {
      changes.add(Change.set(PROD, name, SampleKeys.value(VALUE_BYTES)));
    }
    writer.write(changes);
  }

  /** Opens every value as a program does that has just started, and returns their bytes. */
  int openAll() throws StoreException {
    FileSecretStore store = read();
    int bytes = 0;
    for (SecretName name : names) {
      try (OpenedValue value = store.open(name, PROD)) {
        bytes += value.revealBytes().length;
      }
    }
    return bytes;
  }

  /** Reads the store and opens the first value, as a program does that needs one of many. */
  FileSecretStore load() throws StoreException {
    FileSecretStore store = read();
    try (OpenedValue value = store.open(names.get(0), PROD)) {
      if (value.revealBytes().length != VALUE_BYTES) {
        throw new IllegalStateException("another value was opened");
      }
    }
    return store;
  }

  private FileSecretStore read() {
    ReaderIdentities identities =
        ReaderIdentities.locate(
            Map.of(ReaderIdentities.KEY, SampleKeys.classic().encoded()), Path.of("none"));
    StoreIndex index = StoreIndex.read(files, declarations, PROD);
    return new FileSecretStore(files, declarations, identities, index);
  }

  long fileBytes() throws IOException {
    return Files.size(files.path("", SealedFile.fileName(PROD)));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
