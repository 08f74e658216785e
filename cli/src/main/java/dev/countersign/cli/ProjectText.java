package dev.countersign.cli;

import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreLock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One text file of a project while a command changes it: nobody else writes meanwhile, and the file
 * is replaced whole or not at all.
 */
final class ProjectText implements AutoCloseable {
  private final StoreLock lock;
  private final AtomicFile file;
  private final Charset charset;

  private ProjectText(StoreLock lock, AtomicFile file, Charset charset) {
    this.lock = lock;
    this.file = file;
    this.charset = charset;
  }

  /**
   * Takes the project's lock to add lines to a file of any encoding: each byte is read as a
   * character of its own, and written as it was.
   */
  static ProjectText ofAnyEncoding(Path root, String name) throws StoreException {
    AtomicFile file = AtomicFile.of(root.resolve(name), name);
    return new ProjectText(StoreLock.acquire(root), file, StandardCharsets.ISO_8859_1);
  }

  /** Takes the project's lock to change a file that everybody may read. */
  static ProjectText shared(Path root, String name) throws StoreException {
    AtomicFile file = AtomicFile.of(root.resolve(name), name);
    return new ProjectText(StoreLock.acquire(root), file, StandardCharsets.UTF_8);
  }

  /** Takes the project's lock to change a file that its owner alone may read. */
  static ProjectText ownerOnly(Path root, String name) throws StoreException {
    AtomicFile file = AtomicFile.ownerOnly(root.resolve(name), name);
    return new ProjectText(StoreLock.acquire(root), file, StandardCharsets.UTF_8);
  }

  /** Returns the text that is there, empty if there is no such file. */
  String read() throws StoreException {
    byte[] bytes = file.read();
    return bytes == null ? "" : new String(bytes, charset);
  }

  /** Returns the text of a file that may not be there. */
  static String decode(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  /** Writes the new text beside the old one, which still counts. */
  void prepare(String text) throws StoreException {
    file.prepare(text.getBytes(charset), Destination.UNCHECKED);
  }

  /** Puts the prepared text in the place of the old one. */
  void commit() throws StoreException {
    file.commit();
  }

  @Override
  public void close() {
    file.close();
    lock.close();
  }
}
