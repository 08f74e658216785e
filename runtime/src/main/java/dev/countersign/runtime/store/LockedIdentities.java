package dev.countersign.runtime.store;

import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.IdentityFile;
import dev.countersign.runtime.age.WrongIdentityException;
import java.util.Arrays;
import java.util.List;

/** Identities that a passphrase protects. */
final class LockedIdentities {
  private final String source;
  private final byte[] content;

  LockedIdentities(String source, byte[] content) {
    this.source = source;
    this.content = content;
  }

  List<Identity> open(Passphrases passphrases) throws StoreException, AgeFormatException {
    char[] passphrase = passphrases.ask(source);
    if (passphrase == null) {
      throw new StoreException(
          source + " is protected by a passphrase, and nobody can be asked for it here",
          "run it in a terminal, or give an identity that is not protected: "
              + ReaderIdentities.KEY
              + ", "
              + ReaderIdentities.KEY_FILE
              + " or "
              + ReaderIdentities.KEY_COMMAND);
    }
    try {
      return IdentityFile.open(content, passphrase);
    } catch (WrongIdentityException e) {
      throw new StoreException("this is not the passphrase of " + source, "try again");
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }
}
