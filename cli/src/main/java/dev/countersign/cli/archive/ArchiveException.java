package dev.countersign.cli.archive;

import java.io.IOException;

/** An archive cannot be read. The message is the end of a sentence that begins with its name. */
public final class ArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  ArchiveException(String message) {
    super(message);
  }
}
