package dev.countersign.cli.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** A jar, a war or a jmod that is a file. The channel belongs to {@link Archives}. */
record JarSource(String name, FileChannel file) implements ArchiveSource {

  @Override
  public Archive open(MemberReader reader) throws IOException {
    return new Archive(name, ZipDirectory.read(new FileRegion(file, 0, file.size())), false);
  }
}
