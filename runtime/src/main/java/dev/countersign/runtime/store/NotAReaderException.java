package dev.countersign.runtime.store;

import dev.countersign.runtime.age.Identity;
import java.util.List;

/** A keyring is sealed to others: one of its readers can add this one. */
public final class NotAReaderException extends StoreException {
  private static final long serialVersionUID = 1L;

  NotAReaderException(Keyring keyring, List<Identity> identities) {
    super(
        "this identity is not a reader of type "
            + keyring.type()
            + " ("
            + keyring.file()
            + ");"
            + " who can add it: "
            + names(keyring.readers()),
        "one of them runs: "
            + Invocation.forFile(keyring.file())
            + " reader add NAME "
            + recipient(identities)
            + " --type "
            + keyring.type());
  }

  private static String names(List<Reader> readers) {
    StringBuilder names = new StringBuilder();
    for (Reader reader : readers) {
      names.append(names.length() == 0 ? "" : ", ").append(reader.name());
    }
    return names.toString();
  }

  private static String recipient(List<Identity> identities) {
    return identities.isEmpty() ? "age1…" : identities.get(0).recipient().toString();
  }
}
