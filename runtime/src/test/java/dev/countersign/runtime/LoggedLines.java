package dev.countersign.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs while this is open, as {@code WARNING text}. */
final class LoggedLines extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.countersign");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  LoggedLines() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  List<LogRecord> records() {
    return records;
  }

  /** Returns what was logged since the last time. */
  List<String> take() {
    List<String> lines =
        records.stream().map(record -> record.getLevel() + " " + record.getMessage()).toList();
    records.clear();
    return lines;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
