package dev.countersign.cli.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The central directory of a zip: what is in it and where, without looking at the files themselves.
 * Reads zip64, and what has something in front of it, such as a jmod or a jar that a shell starts.
 * Refuses files that overlap, which only a zip bomb's do.
 */
final class ZipDirectory {
  static final int LOCAL_HEADER = 30;

  private static final int END = 22;
  private static final long END_MAGIC = 0x06054B50L;
  private static final int END64 = 56;
  private static final long END64_MAGIC = 0x06064B50L;
  private static final int LOCATOR64 = 20;
  private static final long LOCATOR64_MAGIC = 0x07064B50L;
  private static final int ENTRY = 46;
  private static final long ENTRY_MAGIC = 0x02014B50L;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final long IN_ZIP64 = 0xFFFFFFFFL;

  private final Region zip;
  private final byte[] bytes;
  private final long shift;

  private ZipDirectory(Region zip, byte[] bytes, long shift) {
    this.zip = zip;
    this.bytes = bytes;
    this.shift = shift;
  }

  Region zip() {
    return zip;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns how many bytes stand in front of the zip. */
  long shift() {
    return shift;
  }

  /** Returns the files in the order in which they are stored; directories are left out. */
  static List<ZipMember> read(Region zip) throws IOException {
    int tail = (int) Math.min(zip.size(), END + LONGEST_COMMENT + LOCATOR64);
    byte[] end = new byte[tail];
    zip.read(zip.size() - tail, end, tail);
    int at = tail - END;
    while (at >= 0 && LittleEndian.four(end, at) != END_MAGIC) {
      at--;
    }
    if (at < 0) {
      throw new ArchiveException("it is no jar, or cut off");
    }
    long endAt = zip.size() - tail + at;
    long size = LittleEndian.four(end, at + 12);
    long start = LittleEndian.four(end, at + 16);
    if (at >= LOCATOR64 && LittleEndian.four(end, at - LOCATOR64) == LOCATOR64_MAGIC) {
      byte[] end64 = new byte[END64];
      // What stands in front of the zip is not counted: the record is right before its locator
      long end64At = endAt - LOCATOR64 - END64;
      zip.require(end64At, END64);
      zip.read(end64At, end64, END64);
      if (LittleEndian.four(end64, 0) == END64_MAGIC) {
        endAt = end64At;
        size = LittleEndian.eight(end64, 40);
        start = LittleEndian.eight(end64, 48);
      }
    }
    zip.require(endAt - size, size);
    if (size > Integer.MAX_VALUE - 8) {
      throw new ArchiveException("its directory is larger than 2 GiB");
    }
    byte[] bytes = new byte[(int) size];
    zip.read(endAt - size, bytes, bytes.length);
    return new ZipDirectory(zip, bytes, endAt - size - start).members();
  }

  private List<ZipMember> members() throws ArchiveException {
    List<ZipMember> members = new ArrayList<>(bytes.length / 100);
    int at = 0;
    while (at < bytes.length) {
      if (at > bytes.length - ENTRY || LittleEndian.four(bytes, at) != ENTRY_MAGIC) {
        throw new ArchiveException("its directory is damaged");
      }
      int nameLength = LittleEndian.two(bytes, at + 28);
      int extra = LittleEndian.two(bytes, at + 30);
      int next = at + ENTRY + nameLength + extra + LittleEndian.two(bytes, at + 32);
      if (next > bytes.length) {
        throw new ArchiveException("its directory is cut off");
      }
      if (nameLength > 0 && bytes[at + ENTRY + nameLength - 1] != '/') {
        int flags = LittleEndian.two(bytes, at + 8);
        int method = LittleEndian.two(bytes, at + 10);
        ZipMember.Sizes sizes = sizes(at, at + ENTRY + nameLength, extra);
        members.add(new ZipMember(this, at + ENTRY, nameLength, method, flags, sizes));
      }
      at = next;
    }
    requireApart(members);
    return members;
  }

  private ZipMember.Sizes sizes(int at, int extraAt, int extra) {
    long size = LittleEndian.four(bytes, at + 24);
    long compressed = LittleEndian.four(bytes, at + 20);
    long header = LittleEndian.four(bytes, at + 42);
    int field = extraAt;
    while (field + 4 <= extraAt + extra) {
      int length = LittleEndian.two(bytes, field + 2);
      int value = field + 4;
      int end = Math.min(value + length, extraAt + extra);
      if (LittleEndian.two(bytes, field) == 1) {
        if (size == IN_ZIP64 && value + 8 <= end) {
          size = LittleEndian.eight(bytes, value);
          value += 8;
        }
        if (compressed == IN_ZIP64 && value + 8 <= end) {
          compressed = LittleEndian.eight(bytes, value);
          value += 8;
        }
        if (header == IN_ZIP64 && value + 8 <= end) {
          header = LittleEndian.eight(bytes, value);
        }
      }
      field += 4 + length;
    }
    return new ZipMember.Sizes(header, compressed, size);
  }

  private void requireApart(List<ZipMember> members) throws ArchiveException {
    boolean isSorted = true;
    for (int i = 1; i < members.size() && isSorted; i++) {
      isSorted = members.get(i - 1).header <= members.get(i).header;
    }
    if (!isSorted) {
      Collections.sort(members);
    }
    for (int i = 0; i < members.size(); i++) {
      ZipMember member = members.get(i);
      long limit = i + 1 < members.size() ? members.get(i + 1).header : zip.size();
      if (member.header < 0 || member.compressed < 0 || member.size < 0 || member.end() > limit) {
        throw new ArchiveException("its files overlap, or it is cut off");
      }
    }
  }
}
