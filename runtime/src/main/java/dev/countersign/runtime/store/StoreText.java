package dev.countersign.runtime.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a store file: strict UTF-8 without a byte order mark, each line ended, by LF or by
 * CRLF throughout. Anything else is refused with its place, and so is an unfinished merge.
 */
final class StoreText {
  static final int MAX_FILE_BYTES = 64 << 20;
  static final int MAX_LINE_LENGTH = 8 << 10;

  private static final String[] CONFLICT_MARKERS = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};

  private final String file;
  private final String text;
  private final List<String> lines = new ArrayList<>();
  private boolean crlf;

  private StoreText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  static StoreText parse(String file, byte[] bytes) throws StoreFormatException {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new StoreText(file, "").fault(1, 1, "larger than 64 MiB");
    }
    StoreText parsed = new StoreText(file, new String(bytes, StandardCharsets.UTF_8));
    parsed.checkEncoding(bytes);
    parsed.split();
    return parsed;
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

  StoreFormatException fault(int line, int column, String fact) {
    return new StoreFormatException(file, line, column, fact, restore());
  }

  private String restore() {
    return "git checkout HEAD -- " + file;
  }

  /** Malformed UTF-8 does not survive being decoded and encoded: the first difference is it. */
  private void checkEncoding(byte[] bytes) throws StoreFormatException {
    if (text.startsWith("\uFEFF")) {
      throw fault(1, 1, "starts with a byte order mark");
    }
    int difference = Arrays.mismatch(bytes, text.getBytes(StandardCharsets.UTF_8));
    if (difference >= 0) {
      throw notUtf8(bytes, difference);
    }
  }

  private StoreFormatException notUtf8(byte[] bytes, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return fault(line, offset - start + 1, "not UTF-8");
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
    checkMerged(line, number);
    if (number == 1) {
      crlf = carriageReturn;
    } else if (crlf != carriageReturn) {
      throw fault(number, line.length() + 1, "mixes LF and CRLF line ends");
    }
    checkLine(line, number);
    lines.add(line);
  }

  private void checkMerged(String line, int number) throws StoreFormatException {
    for (String marker : CONFLICT_MARKERS) {
      if (line.startsWith(marker)) {
        throw conflict(number, marker);
      }
    }
  }

  private void checkLine(String line, int number) throws StoreFormatException {
    if (line.length() > MAX_LINE_LENGTH) {
      throw fault(number, MAX_LINE_LENGTH + 1, "a line longer than 8 KiB");
    }
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        throw fault(number, i + 1, "a control character");
      }
    }
  }

  private StoreFormatException conflict(int number, String marker) {
    return new StoreFormatException(
        file,
        number,
        1,
        "a merge is unfinished: conflict marker " + marker,
        "git checkout --theirs -- " + file + "   (or --ours; then set again what it lacks)");
  }
}
