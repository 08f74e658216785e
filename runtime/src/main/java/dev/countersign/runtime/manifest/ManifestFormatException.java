package dev.countersign.runtime.manifest;

/** A manifest cannot be used: it is damaged, unreadable, or made by a newer Countersign. */
public final class ManifestFormatException extends Exception {
  private static final long serialVersionUID = 1;

  ManifestFormatException(String message) {
    super(message);
  }
}
