package dev.countersign.cli.archive;

import java.io.IOException;

/** A jar within a jar: read where it stands if it is stored, as Spring Boot does, else unpacked. */
record NestedSource(String name, ZipMember member) implements ArchiveSource {
  private static final int LARGEST = 256 << 20;

  @Override
  public Archive open(MemberReader reader) throws IOException {
    Region zip = member.zip;
    if (member.method == ZipMember.STORED) {
      Region part = zip.part(reader.offset(member), member.compressed);
      return new Archive(name, ZipDirectory.read(part), !zip.isFile());
    }
    Region unpacked = new BytesRegion(reader.bytes(member, LARGEST));
    return new Archive(name, ZipDirectory.read(unpacked), true);
  }
}
