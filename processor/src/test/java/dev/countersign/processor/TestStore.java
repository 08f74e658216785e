package dev.countersign.processor;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real store below a project's root. */
final class TestStore {
  private final Path root;
  private final StoreWriter writer;

  TestStore(Path root) throws StoreException {
    this.root = root;
    this.writer = new StoreWriter(new StoreDirectory(root), "");
    Reader reader = new Reader("ada", Identities.generate().recipient().toString());
    writer.createTypes(List.of(EnvironmentType.values()), List.of(reader));
  }

  TestStore set(String name, EnvironmentType... types) throws StoreException {
    for (EnvironmentType type : types) {
      byte[] value = "s3cret".getBytes(StandardCharsets.UTF_8);
      writer.write(List.of(Change.set(Environment.of(type), new SecretName(name), value)));
    }
    return this;
  }

  /** Replaces a text in one of the files, as a bad merge or a slip of the hand would. */
  TestStore spoil(String fileName, String text, String other) throws IOException {
    Path file = root.resolve("secrets").resolve(fileName);
    String before = Files.readString(file);
    String after = before.replace(text, other);
    if (before.equals(after)) {
      throw new AssertionError(fileName + " does not hold " + text);
    }
    Files.writeString(file, after);
    return this;
  }
}
