package dev.countersign.cli.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads files of archives, one after the other, into a buffer that it keeps. Files that stand one
 * after the other in a zip are fetched together. For one thread at a time.
 */
public final class MemberReader implements AutoCloseable {
  private static final int AHEAD = 1 << 18;

  private final Inflater inflater = new Inflater(true);
  private byte[] content = new byte[1 << 16];
  private byte[] window = new byte[0];
  private Region windowOf = new BytesRegion(window);
  private long windowStart;
  private int windowLength;

  /** Returns the buffer that {@link #read} filled. The next reading overwrites it. */
  public byte[] content() {
    return content;
  }

  /**
   * Reads a file, or the beginning of one that is longer than a limit.
   *
   * @return how many bytes there are
   * @throws ArchiveException if it is damaged, encrypted or compressed in an unknown way
   */
  public int read(Member member, int limit) throws IOException {
    return member instanceof ZipMember zipped
        ? read(zipped, limit)
        : read(((PathMember) member).path(), limit);
  }

  /**
   * Reads a whole file.
   *
   * @throws ArchiveException if it is longer than the limit, too
   */
  public byte[] bytes(Member member, int limit) throws IOException {
    boolean isTooLarge = member instanceof ZipMember zipped && zipped.size > limit;
    int length = isTooLarge ? 0 : read(member, limit + 1);
    if (isTooLarge || length > limit) {
      throw new ArchiveException(member.name() + " in it is larger than " + (limit >> 20) + " MiB");
    }
    return Arrays.copyOf(content, length);
  }

  private int read(Path path, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      int length = 0;
      while (length < limit) {
        grow(length + 1, limit);
        int count = in.read(content, length, Math.min(content.length, limit) - length);
        if (count < 0) {
          break;
        }
        length += count;
      }
      return length;
    }
  }

  private int read(ZipMember member, int limit) throws IOException {
    int from = data(member);
    if (member.method == ZipMember.STORED) {
      int length = (int) Math.min(member.compressed, limit);
      grow(length, length);
      System.arraycopy(window, from, content, 0, length);
      return length;
    }
    return inflate(member, from, limit);
  }

  private int inflate(ZipMember member, int from, int limit) throws ArchiveException {
    inflater.reset();
    inflater.setInput(window, from, (int) member.compressed);
    int wanted = (int) Math.min(member.size, limit);
    int length = 0;
    try {
      while (length < wanted && !inflater.finished()) {
        grow(length + 1, wanted);
        int count = inflater.inflate(content, length, Math.min(content.length, wanted) - length);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw damaged(member);
        }
        length += count;
      }
    } catch (DataFormatException e) {
      throw damaged(member);
    }
    if (length < wanted) {
      throw damaged(member);
    }
    return length;
  }

  private static ArchiveException damaged(ZipMember member) {
    return new ArchiveException(member.name() + " in it is damaged");
  }

  /** Grows the buffer by doubling, so that what a file claims of its length costs nothing. */
  private void grow(int needed, int wanted) {
    if (content.length < needed) {
      int doubled = (int) Math.min(2L * content.length, Math.max(needed, wanted));
      content = Arrays.copyOf(content, Math.max(needed, doubled));
    }
  }

  /** Returns where the region of a stored file begins, for a zip within the zip. */
  long offset(ZipMember member) throws IOException {
    int at = locate(member); // which may move the window
    return windowStart + at;
  }

  /** Makes the window hold a file, and returns where its bytes begin there. */
  private int data(ZipMember member) throws IOException {
    if (member.compressed > Integer.MAX_VALUE - (2 << 20)) {
      throw new ArchiveException(member.name() + " in it is larger than 2 GiB");
    }
    int at = locate(member);
    if (at + member.compressed > windowLength) {
      load(member.zip, member.header, at - (int) (member.header - windowStart) + member.compressed);
      at = locate(member);
    }
    return at;
  }

  private int locate(ZipMember member) throws IOException {
    if (member.encrypted) {
      throw new ArchiveException(member.name() + " in it is encrypted");
    }
    boolean isKnown = member.method == ZipMember.STORED || member.method == ZipMember.DEFLATED;
    if (!isKnown || (member.method == ZipMember.STORED && member.size != member.compressed)) {
      throw damaged(member);
    }
    boolean isThere =
        windowOf == member.zip
            && member.header >= windowStart
            && member.header + ZipDirectory.LOCAL_HEADER <= windowStart + windowLength;
    if (!isThere) {
      load(member.zip, member.header, ZipDirectory.LOCAL_HEADER);
    }
    int header = (int) (member.header - windowStart);
    if (LittleEndian.four(window, header) != 0x04034B50L) {
      throw damaged(member);
    }
    int names = LittleEndian.two(window, header + 26) + LittleEndian.two(window, header + 28);
    return header + ZipDirectory.LOCAL_HEADER + names;
  }

  private void load(Region zip, long offset, long needed) throws IOException {
    zip.require(offset, needed);
    long length = Math.min(zip.size() - offset, Math.max(needed, AHEAD));
    if (window.length < length) {
      window = new byte[(int) length];
    }
    zip.read(offset, window, (int) length);
    windowOf = zip;
    windowStart = offset;
    windowLength = (int) length;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
