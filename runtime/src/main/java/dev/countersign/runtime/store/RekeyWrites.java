package dev.countersign.runtime.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The files that a rekey writes: all sealed anew at once, then put in place one after another. */
final class RekeyWrites {
  private final TypeFiles before;
  private final Resealing resealing;
  private final List<SealedFile> after = new ArrayList<>();
  private int written;

  RekeyWrites(TypeFiles before, Resealing resealing) throws StoreException {
    this.before = before;
    this.resealing = resealing;
    for (TypeFiles.Placed file : before.sealed()) {
      after.add(resealing.of(file.sealed()));
    }
  }

  void writeKeyring(Keyring keyring) throws StoreException {
    write(before.keyringFile(), keyring.encode(), new KeyringCheck(keyring));
  }

  void writeFiles() throws StoreException {
    for (int i = 0; i < after.size(); i++) {
      TypeFiles.Placed old = before.sealed().get(i);
      byte[] content = after.get(i).encode();
      if (!Arrays.equals(content, old.sealed().encode())) {
        write(old.place(), content, new SealedFileCheck(old.sealed()));
        written++;
      }
    }
  }

  Rekeyed told(Keyring keyring, boolean isNewKey) {
    return new Rekeyed(
        keyring.type(),
        keyring.identities().get(0),
        isNewKey,
        resealing.resealed(),
        written,
        resealing.discarded());
  }

  private static void write(AtomicFile file, byte[] content, AtomicFile.Check check)
      throws StoreException {
    try (file) {
      file.prepare(content, check);
      file.commit();
    }
  }
}
