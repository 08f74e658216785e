package dev.countersign.runtime.declaration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads files that are UTF-8 without byte order mark and without NUL, and reports all others. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /** Returns the text of a file, or reports why there is none and returns null. */
  static @Nullable String read(Path path, String file, Problems problems) {
    try {
      return decode(Files.readAllBytes(path), file, problems);
    } catch (IOException e) {
      problems.report(Problem.of(file, reason(path, e)));
      return null;
    }
  }

  private static String reason(Path path, IOException exception) {
    if (exception instanceof NoSuchFileException) {
      return "there is no such file; create it: secret init";
    }
    if (Files.isDirectory(path)) {
      return "this is a directory, not a file";
    }
    return exception instanceof AccessDeniedException
        ? "this file may not be read: permission denied"
        : "this file cannot be read: " + exception.getClass().getSimpleName();
  }

  private static @Nullable String decode(byte[] bytes, String file, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      problems.report(end(file, text), "this byte is not UTF-8: save the file as UTF-8");
      return null;
    }
    return isClean(file, text, problems) ? text : null;
  }

  /** Says whether a text may be parsed, and reports what stands in the way. */
  static boolean isClean(String file, String text, Problems problems) {
    if (text.indexOf(BYTE_ORDER_MARK) == 0) {
      problems.report(
          new Place(file, 1, 1), "the file starts with a byte order mark: save it without one");
      return false;
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.report(
          end(file, text.substring(0, nul)), "the file holds a NUL character: remove it");
    }
    return nul < 0;
  }

  /** Returns the place just behind a text. */
  private static Place end(String file, String text) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', start)) {
      line++;
      start = i + 1;
    }
    return new Place(file, line, text.codePointCount(start, text.length()) + 1);
  }

  /** Returns the number of the first line that is one of git's conflict markers, or 0. */
  static int conflictLine(String text) {
    int number = 1;
    for (int place = 0; place < text.length(); place = text.indexOf('\n', place) + 1) {
      if (text.startsWith("<<<<<<<", place)) {
        return number;
      }
      number++;
      if (text.indexOf('\n', place) < 0) {
        return 0;
      }
    }
    return 0;
  }
}
