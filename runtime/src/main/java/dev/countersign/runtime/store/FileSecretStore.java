package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store of sealed files. A secret is looked for in the directory that declares it. Files are
 * read when first asked for, values are opened one by one, and the keyring of a type once. A value
 * counts only for the name, environment and version it was sealed for, and not below the declared
 * {@code min-version}; a file rolled back further up than that is not noticed.
 */
public final class FileSecretStore implements SecretStore {
  private final StoreFiles files;
  private final Declarations declarations;
  private final Keyrings keyrings;
  private @Nullable StoreIndex index;

  /**
   * Makes a store. Nothing is read yet.
   *
   * @param files where the files are; a {@link StoreDirectory} can be written too
   * @param identities what opens the keyrings, asked when the first value is opened
   */
  public FileSecretStore(StoreFiles files, Declarations declarations, ReaderIdentities identities) {
    this(files, declarations, identities, null);
  }

  /**
   * Makes a store that answers from an index read before, until it is refreshed.
   *
   * @param index an index of the same files and declarations, possibly of one environment only
   */
  public FileSecretStore(
      StoreFiles files,
      Declarations declarations,
      ReaderIdentities identities,
      @Nullable StoreIndex index) {
    this.files = files;
    this.declarations = declarations;
    this.keyrings = new Keyrings(identities);
    this.index = index;
  }

  /** Returns what the store holds, as it was last read. */
  public synchronized StoreIndex index() {
    StoreIndex present = index;
    if (present == null) {
      present = StoreIndex.read(files, declarations);
      index = present;
    }
    return present;
  }

  @Override
  public synchronized void refresh() {
    index = null;
  }

  @Override
  public List<SecretMetadata> list(Environment environment) throws StoreException {
    List<SecretMetadata> all = new ArrayList<>();
    for (SecretName name : index().names(environment)) {
      SecretMetadata metadata = find(name, environment);
      if (metadata != null) {
        all.add(metadata);
      }
    }
    return all;
  }

  @Override
  public @Nullable SecretMetadata find(SecretName name, Environment environment)
      throws StoreException {
    Block block = index().file(name, environment).block(name);
    return block == null ? null : new SecretMetadata(environment, block);
  }

  @Override
  public @Nullable OpenedValue read(SecretName name, Environment environment)
      throws StoreException {
    IndexedFile indexed = index().file(name, environment);
    Block block = indexed.block(name);
    SealedFile file = indexed.file();
    Keyring keyring = indexed.keyring();
    if (block == null || block.isUnset() || file == null || keyring == null) {
      return null;
    }
    requireMinVersion(block, environment);
    byte[] value = keyrings.open(keyring).reveal(file, block);
    return value == null ? null : new OpenedValue(value, new SecretMetadata(environment, block));
  }

  @Override
  public int write(SecretName name, Environment environment, byte[] value, int expectedVersion)
      throws StoreException {
    Declaration declaration = declarations.find(name);
    Change change =
        declaration == null
            ? Change.set(environment, name, value)
            : Change.set(environment, declaration, value);
    return apply(change.expecting(expectedVersion));
  }

  @Override
  public int delete(SecretName name, Environment environment, int expectedVersion)
      throws StoreException {
    return apply(Change.unset(environment, name).expecting(expectedVersion));
  }

  private int apply(Change change) throws StoreException {
    if (!(files instanceof StoreDirectory directory)) {
      throw new StoreException(
          "a store that is packed into an application cannot be written",
          "run secret set in the project, and build the application again");
    }
    String holder = index().directoryOf(change.name());
    try {
      return new StoreWriter(directory, holder).write(List.of(change)).get(0).version();
    } finally {
      refresh();
    }
  }

  private void requireMinVersion(Block block, Environment holder) throws StoreException {
    Declaration declaration = declarations.find(block.name());
    if (declaration == null || block.version() >= Presence.minVersion(declaration, holder)) {
      return;
    }
    throw Outdated.of(declaration, holder, block.version());
  }
}
