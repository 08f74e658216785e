package dev.countersign.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.PackedLayout;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The store of the application shop, with one reader, as it is packed. */
final class PackedProject {
  final Identity reader = Identities.generate();
  private final Path root;
  private final StoreWriter writer;

  /** Makes a store of prod and local below a directory. */
  PackedProject(Path root) throws StoreException {
    this.root = root;
    writer = new StoreWriter(new StoreDirectory(root), "");
    writer.createTypes(
        List.of(EnvironmentType.PROD, EnvironmentType.LOCAL),
        List.of(new Reader("service", reader.recipient().toString())));
  }

  PackedProject set(EnvironmentType type, String name, String value) throws StoreException {
    SecretName secret = new SecretName(name);
    writer.write(List.of(Change.set(Environment.of(type), secret, value.getBytes(UTF_8))));
    return this;
  }

  /** Adds the store to a program's files, by the rule that the runtime reads by. */
  Map<String, byte[]> pack(Map<String, byte[]> program) throws IOException {
    Map<String, byte[]> packed = new TreeMap<>(program);
    Jars.files(root.resolve("secrets"))
        .forEach(
            (name, bytes) -> {
              if (PackedLayout.isPacked(name)) {
                packed.put(PackedLayout.directory("shop", "") + name, bytes);
              }
            });
    return packed;
  }

  /** Returns what the platform gives to a deployment in prod: a choice, and one identity. */
  Map<String, String> prod() {
    return Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "COUNTERSIGN_KEY", reader.encoded());
  }
}
