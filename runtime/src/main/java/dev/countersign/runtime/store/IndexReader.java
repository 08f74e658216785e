package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the sealed files and the keyrings' clear lines of one directory, and notes all damage. */
final class IndexReader {
  private final StoreFiles files;
  private final String directory;
  private final List<Damage> damages = new ArrayList<>();
  private final Map<EnvironmentType, Keyring> keyrings = new TreeMap<>();
  private final Map<EnvironmentType, StoreException> brokenKeyrings = new TreeMap<>();
  private final Set<EnvironmentType> types = new TreeSet<>();

  IndexReader(StoreFiles files, String directory) {
    this.files = files;
    this.directory = directory;
  }

  List<Damage> damages() {
    return damages;
  }

  Map<Environment, IndexedFile> read(Iterable<Environment> environments) {
    Map<Environment, IndexedFile> indexed = new TreeMap<>();
    for (Environment environment : environments) {
      if (types.add(environment.type())) {
        readKeyring(environment.type());
      }
      IndexedFile file = readFile(environment);
      indexed.put(environment, file);
      note(environment, file);
    }
    return indexed;
  }

  private void readKeyring(EnvironmentType type) {
    try {
      Keyring keyring = Keyring.read(files, directory, type);
      if (keyring != null) {
        keyrings.put(type, keyring);
      }
    } catch (StoreException e) {
      brokenKeyrings.put(type, e);
      damages.add(new Damage(directory, null, Environment.of(type), e));
    }
  }

  private IndexedFile readFile(Environment environment) {
    try {
      SealedFile file = sealedFile(environment);
      return file == null ? IndexedFile.ABSENT : withKeyring(file, environment.type());
    } catch (StoreException e) {
      damages.add(new Damage(directory, null, environment, e));
      return IndexedFile.damaged(e);
    }
  }

  private @Nullable SealedFile sealedFile(Environment environment) throws StoreException {
    String fileName = SealedFile.fileName(environment);
    byte[] bytes = files.read(directory, fileName);
    if (bytes == null) {
      return null;
    }
    SealedFile file = SealedFile.parseLeniently(files.describe(directory, fileName), bytes);
    file.requireEnvironment(environment);
    return file;
  }

  private IndexedFile withKeyring(SealedFile file, EnvironmentType type) {
    Keyring keyring = keyrings.get(type);
    if (keyring != null) {
      return IndexedFile.of(file, keyring);
    }
    StoreException broken = brokenKeyrings.get(type);
    if (broken == null) {
      broken = missingKeyring(file, type);
      damages.add(new Damage(directory, null, file.environment(), broken));
    }
    return IndexedFile.withoutKeyring(file, broken);
  }

  private StoreException missingKeyring(SealedFile file, EnvironmentType type) {
    String keyring = files.describe(directory, Keyring.fileName(type));
    return new StoreException(
        "there is no " + keyring + ", without which " + file.file() + " cannot be opened",
        Mends.missing(keyring));
  }

  private void note(Environment environment, IndexedFile indexed) {
    for (var fault : indexed.faults().entrySet()) {
      damages.add(new Damage(directory, fault.getKey(), environment, fault.getValue()));
    }
    SealedFile file = indexed.file();
    Keyring keyring = indexed.keyring();
    if (file != null && keyring != null && !keyring.identities().contains(file.to())) {
      damages.add(new Damage(directory, null, environment, file.unknownRecipient()));
    }
  }
}
