package dev.countersign.runtime.dotenv;

import dev.countersign.runtime.resource.LocalFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file of plain values as UTF-8 and nothing else. */
final class DotenvText {
  private DotenvText() {}

  /** Returns a file's text; an absent file is empty. */
  static String read(Path path) throws DotenvFormatException {
    try {
      return readExisting(path);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Returns the text of a file, or of what it is a link to, which must be there. */
  static String readExisting(Path path) throws DotenvFormatException, NoSuchFileException {
    try {
      return decode(LocalFile.read(path));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw new DotenvFormatException(0, reason(path, e));
    }
  }

  private static String reason(Path path, IOException exception) {
    if (Files.isDirectory(path)) {
      return "this is a directory, not a file; move it away";
    }
    return exception instanceof AccessDeniedException
        ? "this file may not be read; allow it: chmod u+r " + path
        : "this file cannot be read: " + exception.getClass().getSimpleName();
  }

  private static String decode(byte[] bytes) throws DotenvFormatException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
    chars.flip();
    if (malformed) {
      throw new DotenvFormatException(
          lines(chars), "a byte in this line is not UTF-8; save the file as UTF-8");
    }
    return chars.toString();
  }

  private static int lines(CharBuffer chars) {
    int lines = 1;
    for (int i = 0; i < chars.length(); i++) {
      lines += chars.charAt(i) == '\n' ? 1 : 0;
    }
    return lines;
  }
}
