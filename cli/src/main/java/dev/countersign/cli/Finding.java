package dev.countersign.cli;

import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that {@code secret verify} has to say.
 *
 * @param severity how it bears on the exit status
 * @param code a stable word for scripts
 * @param fact what is the matter and where
 * @param fix what mends it
 * @param file the file it is about, as messages name it, or null
 * @param line the line in it, or 0
 */
record Finding(
    Severity severity, String code, String fact, String fix, @Nullable String file, int line) {

  /** How a finding bears on the exit status. */
  enum Severity {
    /** A file or a key cannot be used. */
    UNUSABLE,
    /** It can be used, and somebody must look at it first. */
    REFUSED,
    /** Worth knowing. */
    WARNING;

    String word() {
      return this == WARNING ? "warning" : "error";
    }
  }

  /** Something that the store itself refuses. */
  static Finding unusable(String code, StoreException cause) {
    return cause instanceof StoreFormatException e
        ? new Finding(Severity.UNUSABLE, code, e.fact(), e.fix(), e.file(), e.line())
        : new Finding(Severity.UNUSABLE, code, cause.fact(), cause.fix(), null, 0);
  }

  static Finding at(
      Severity severity, String code, String file, int line, String fact, String fix) {
    String place = line == 0 ? file : file + ":" + line;
    return new Finding(severity, code, place + ": " + fact, fix, file, line);
  }

  /** Returns the lines for people. */
  String text() {
    return severity.word() + ": " + Text.indented(fact) + "\n  fix: " + fix;
  }

  void write(JsonWriter json) {
    json.begin('{').key("severity").string(severity.word());
    json.key("status").number(status());
    json.key("code").string(code);
    if (file != null) {
      json.key("file").string(file);
    }
    if (line > 0) {
      json.key("line").number(line);
    }
    json.key("fact").string(fact).key("fix").string(fix).end();
  }

  /** Returns the exit status of a run that finds nothing else. */
  int status() {
    return switch (severity) {
      case UNUSABLE -> ExitStatus.UNUSABLE;
      case REFUSED -> ExitStatus.NO;
      case WARNING -> ExitStatus.DONE;
    };
  }
}
