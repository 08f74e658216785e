package dev.countersign.runtime.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The keyrings opened so far. Each is opened once, when its first value is; a keyring that cannot
 * be opened is tried again the next time.
 */
final class Keyrings {
  private final ReaderIdentities identities;
  private final Map<String, OpenedKeyring> opened = new HashMap<>();

  Keyrings(ReaderIdentities identities) {
    this.identities = identities;
  }

  synchronized OpenedKeyring open(Keyring keyring) throws StoreException {
    OpenedKeyring present = opened.get(keyring.file());
    if (present == null || !present.isOf(keyring)) {
      present = keyring.open(identities.identities());
      opened.put(keyring.file(), present);
    }
    return present;
  }
}
