package dev.countersign.cli.archive;

import java.io.IOException;

/** An archive that was found and is not opened yet. */
public interface ArchiveSource {
  /** Returns what messages call it. */
  String name();

  /**
   * Reads what is in it. What is compressed within another archive is unpacked into memory.
   *
   * @throws IOException if it cannot be read; an {@link ArchiveException} says why
   */
  Archive open(MemberReader reader) throws IOException;
}
