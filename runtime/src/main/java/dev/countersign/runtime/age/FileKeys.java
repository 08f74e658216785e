package dev.countersign.runtime.age;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the identity that unwraps a file's key. */
final class FileKeys {
  private FileKeys() {}

  static byte[] unwrap(Header header, List<? extends Identity> identities)
      throws AgeFormatException, WrongIdentityException {
    for (Identity identity : identities) {
      byte[] fileKey = unwrap(header, identity);
      if (fileKey != null) {
        return fileKey;
      }
    }
    throw new WrongIdentityException(noMatch(header));
  }

  private static byte @Nullable [] unwrap(Header header, Identity identity)
      throws AgeFormatException {
    for (Stanza stanza : header.stanzas()) {
      byte[] fileKey = identity.unwrap(stanza);
      if (fileKey != null) {
        return fileKey;
      }
    }
    return null;
  }

  private static String noMatch(Header header) {
    int recipients = header.stanzas().size();
    if (header.stanzas().get(0).isType(Scrypt.TYPE)) {
      return "sealed with a passphrase, which no identity opens";
    }
    return recipients == 1 ? "sealed to another key" : "sealed to " + recipients + " other keys";
  }
}
