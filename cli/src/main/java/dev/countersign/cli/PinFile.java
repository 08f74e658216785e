package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys noted for one type of one checkout, the newest first. */
final class PinFile {
  private final Path file;
  private final Path checkout;

  /**
   * Names the file.
   *
   * @param state the directory for what the command notes
   * @param checkout the real path of the directory that holds {@code secrets/}
   */
  PinFile(Path state, Path checkout, EnvironmentType type) {
    String place = Fingerprint.of(checkout.toString());
    this.file = state.resolve("pins").resolve(place).resolve(type.id());
    this.checkout = checkout;
  }

  Path file() {
    return file;
  }

  List<String> read() throws StoreException {
    List<String> keys = new ArrayList<>();
    try (AtomicFile atomic = AtomicFile.ownerOnly(file, file.toString())) {
      for (String line : ProjectText.decode(atomic.read()).lines().toList()) {
        if (line.startsWith("age1")) {
          keys.add(line);
        }
      }
    }
    return keys;
  }

  void write(List<String> keys) throws StoreException {
    String text = "# keys seen in " + checkout + "\n" + String.join("\n", keys) + "\n";
    try (AtomicFile atomic = AtomicFile.ownerOnly(file, file.toString())) {
      Files.createDirectories(file.getParent());
      atomic.prepare(text.getBytes(StandardCharsets.UTF_8), Destination.UNCHECKED);
      atomic.commit();
    } catch (IOException e) {
      throw new StoreException("cannot make " + file.getParent(), "make it writable for you");
    }
  }
}
