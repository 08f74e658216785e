package dev.countersign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where imported text comes from: a file, or standard input. */
final class ImportSource {
  static final Parameter FILE =
      Parameter.required("FILE", "the file; - for standard input").of(Words.FILE);
  static final Option FORMAT =
      Option.taking("--format", "FORMAT", ImportFormat.ALL + "; by default, as FILE is called")
          .of(Words.oneOf(ImportFormat.IDS));

  private static final String STANDARD_INPUT = "-";
  private static final int MAX_BYTES = 64 << 20;

  private final String file;
  private final Context context;

  ImportSource(Arguments arguments, Context context) {
    this.file = arguments.get(FILE);
    this.context = context;
  }

  /** Returns the format that was asked for, or the one that the file's name tells. */
  ImportFormat format(Arguments arguments) throws Failure {
    String named = arguments.find(FORMAT);
    if (named != null) {
      return ImportFormat.named(named);
    }
    ImportFormat format = isInput() ? null : ImportFormat.of(file.substring(nameStart()));
    if (format == null) {
      throw Failure.usage(
          (isInput() ? "standard input has" : "the name of the file tells")
              + " no format: pass --format "
              + ImportFormat.ALL.replace(", ", "|"));
    }
    return format;
  }

  private int nameStart() {
    return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
  }

  private boolean isInput() {
    return file.equals(STANDARD_INPUT);
  }

  /** Reads everything, which is UTF-8 or refused. */
  ImportedText read() throws Failure {
    byte[] bytes = isInput() ? input() : file();
    String label = isInput() ? "standard input" : file;
    if (bytes.length > MAX_BYTES) {
      throw Failure.unusable(label + " is larger than 64 MiB\n  fix: import parts of it");
    }
    String text = decode(bytes, label);
    boolean isMarked = text.startsWith("\uFEFF"); // as by dotenv, a byte order mark is passed over
    return new ImportedText(label, isMarked ? text.substring(1) : text);
  }

  private byte[] input() throws Failure {
    if (context.terminal().isInput()) {
      throw Failure.refused(
          "standard input is this terminal, and what you type would show"
              + "\n  fix: pipe the values in, or name a file");
    }
    try {
      return context.in().readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw Failure.refused("standard input is closed\n  fix: pipe the values in, or name a file");
    }
  }

  private byte[] file() throws Failure {
    Path path = Paths.resolve(context.directory(), file);
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAX_BYTES + 1); // a device or a pipe may have no end
    } catch (NoSuchFileException e) {
      throw Failure.unusable(
          "there is no file " + file + "\n  fix: name one that is there, or - for standard input");
    } catch (AccessDeniedException e) {
      throw Failure.unusable(file + " may not be read\n  fix: chmod u+r " + file);
    } catch (IOException e) {
      throw Failure.unusable(
          file + (Files.isDirectory(path) ? " is a directory" : " cannot be read"));
    }
  }

  private static String decode(byte[] bytes, String label) throws Failure {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Failure.unusable(label + " is not UTF-8 text\n  fix: save it as UTF-8");
    }
  }
}
