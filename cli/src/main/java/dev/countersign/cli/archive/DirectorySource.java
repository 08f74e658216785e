package dev.countersign.cli.archive;

import java.util.List;

/** The files of a directory or of a module of an image. */
record DirectorySource(String name, List<PathMember> files) implements ArchiveSource {

  @Override
  public Archive open(MemberReader reader) {
    return new Archive(name, files, false);
  }
}
