package dev.countersign.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * Where the files of a store are read from: a directory, or the resources of a packed application.
 */
public interface StoreFiles {
  /**
   * Reads one file whole.
   *
   * @param directory the directory that holds {@code secrets/}, relative to the root; empty for the
   *     root itself
   * @param fileName the file's name below {@code secrets/}, such as {@code prod.keyring}
   * @return the bytes, or null if there is no such file
   * @throws StoreException if there is one and it cannot be read
   */
  byte @Nullable [] read(String directory, String fileName) throws StoreException;

  /** Returns the name that messages give to a file: {@code ../shared/secrets/prod.secrets}. */
  String describe(String directory, String fileName);
}
