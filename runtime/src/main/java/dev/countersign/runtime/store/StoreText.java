package dev.countersign.runtime.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a store file: strict UTF-8 without a byte order mark, each line ended, by LF or by
 * CRLF throughout. A fault that is one line's alone is kept for who takes the line; any other, and
 * an unfinished merge, is thrown.
 */
final class StoreText {
  static final int MAX_FILE_BYTES = 64 << 20;
  static final int MAX_LINE_LENGTH = 8 << 10;

  private final String file;
  private final String text;
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, StoreFormatException> faults = new HashMap<>();
  private boolean crlf;
  private boolean plain;

  private StoreText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  static StoreText parse(String file, byte[] bytes) throws StoreFormatException {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new StoreText(file, "").fault(1, 1, "larger than 64 MiB");
    }
    StoreText parsed = new StoreText(file, new String(bytes, StandardCharsets.UTF_8));
    parsed.plain = isPlain(bytes);
    parsed.checkStart();
    parsed.split();
    parsed.checkEncoding(bytes);
    return parsed;
  }

  /** Says whether nothing but printable ASCII and LF is there, in which no line is at fault. */
  private static boolean isPlain(byte[] bytes) {
    for (byte each : bytes) {
      if (each != '\n' && (each < ' ' || each == 127)) {
        return false;
      }
    }
    return true;
  }

  String file() {
    return file;
  }

  List<String> lines() {
    return lines;
  }

  String lineEnd() {
    return crlf ? "\r\n" : "\n";
  }

  /** Returns what is wrong with a line as such, counted from one, or null if nothing is. */
  @Nullable StoreFormatException faultOf(int line) {
    return faults.get(line);
  }

  StoreFormatException fault(int line, int column, String fact) {
    return new StoreFormatException(file, line, column, fact, Mends.file(file));
  }

  private void checkStart() throws StoreFormatException {
    if (text.startsWith("\uFEFF")) {
      throw fault(1, 1, "starts with a byte order mark");
    }
  }

  private void checkEncoding(byte[] bytes) {
    if (firstMalformed(text, bytes) >= 0) {
      checkEncodingOfLines(bytes);
    }
  }

  private void checkEncodingOfLines(byte[] bytes) {
    int start = 0;
    for (int line = 1; line <= lines.size(); line++) {
      int end = start;
      while (bytes[end] != '\n') {
        end++;
      }
      byte[] slice = Arrays.copyOfRange(bytes, start, end);
      int malformed = firstMalformed(new String(slice, StandardCharsets.UTF_8), slice);
      if (malformed >= 0) {
        faults.put(line, fault(line, malformed + 1, "not UTF-8"));
      }
      start = end + 1;
    }
  }

  /** Malformed UTF-8 does not survive being decoded and encoded: the first difference is it. */
  private static int firstMalformed(String decoded, byte[] bytes) {
    return Arrays.mismatch(bytes, decoded.getBytes(StandardCharsets.UTF_8));
  }

  private void split() throws StoreFormatException {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      addLine(start, end);
      start = end + 1;
    }
    if (start < text.length()) {
      throw fault(lines.size() + 1, text.length() - start + 1, "the last line is cut off");
    }
  }

  private void addLine(int start, int end) throws StoreFormatException {
    int number = lines.size() + 1;
    boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
    String line = text.substring(start, carriageReturn ? end - 1 : end);
    checkMerged(line, number, start);
    if (number == 1) {
      crlf = carriageReturn;
    } else if (crlf != carriageReturn) {
      keep(fault(number, line.length() + 1, "mixes LF and CRLF line ends"));
    }
    checkLine(line, number);
    lines.add(line);
  }

  private void checkMerged(String line, int number, int start) throws StoreFormatException {
    String marker = ConflictMarkers.marker(line);
    if (marker != null) {
      throw UnfinishedMerge.fault(file, text, number, start, marker);
    }
  }

  private void keep(StoreFormatException fault) {
    faults.putIfAbsent(fault.line(), fault);
  }

  private void checkLine(String line, int number) {
    if (line.length() > MAX_LINE_LENGTH) {
      keep(fault(number, MAX_LINE_LENGTH + 1, "a line longer than 8 KiB"));
    }
    for (int i = 0; !plain && i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        keep(fault(number, i + 1, "a control character"));
        return;
      }
    }
  }
}
