package dev.countersign.runtime.store;

import org.jspecify.annotations.Nullable;

/** Knows, or asks for, the passphrase of identities that are protected by one. */
public interface Passphrases {
  /** Knows none, and there is nobody to ask: a program that runs on its own. */
  Passphrases NONE =
      new Passphrases() {
        @Override
        public char @Nullable [] ask(String source) {
          return null;
        }
      };

  /**
   * Returns the passphrase, which the caller wipes, or null if there is none to be had.
   *
   * @param source where the identities are, as messages name it
   */
  char @Nullable [] ask(String source);
}
