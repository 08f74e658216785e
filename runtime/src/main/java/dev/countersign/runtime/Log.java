package dev.countersign.runtime;

import dev.countersign.runtime.resource.Resources;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * What is logged, to the system logger {@code dev.countersign}: names and sources, never a value.
 *
 * <p>The platform's own logging takes a process 16 ms to set up, a third of a start. So a line that
 * it would not print unless it was configured is given to it only where it seems to be configured.
 */
final class Log {
  private static final String NAME = "dev.countersign";
  private static final String[] CONFIGURED = {
    "java.util.logging.config.file", "java.util.logging.config.class", "java.util.logging.manager"
  };
  static final String FINDER = "META-INF/services/java.lang.System$LoggerFinder";
  static final String BRIDGE = "org/slf4j/bridge/SLF4JBridgeHandler.class";

  private final boolean detailed;

  private Log(boolean detailed) {
    this.detailed = detailed;
  }

  /** Returns the log that has warnings only. */
  static Log ofWarnings() {
    return new Log(false);
  }

  /** Returns the log of a process: with details if they were asked for, or seem to be wanted. */
  static Log of(Host host) {
    return of(host, Log.class.getClassLoader());
  }

  /**
   * Returns the log of a process.
   *
   * @param own what loaded this library: jars within a jar are seen by no other
   */
  static Log of(Host host, ClassLoader own) {
    String asked = host.properties().getOrDefault(Host.DEBUG, "false");
    return new Log(!asked.equals("false") || isConfigured(own));
  }

  private static boolean isConfigured(ClassLoader own) {
    for (String property : CONFIGURED) {
      if (System.getProperty(property) != null) {
        return true;
      }
    }
    return holds(ClassLoader.getSystemClassLoader(), FINDER) || holds(own, BRIDGE);
  }

  private static boolean holds(ClassLoader loader, String resource) {
    try {
      return !Resources.find(loader, resource).isEmpty();
    } catch (IOException e) {
      return false; // a jar that cannot be read configures nothing
    }
  }

  /** Says whether details are worth putting together. */
  boolean isDetailed() {
    return detailed && System.getLogger(NAME).isLoggable(Level.DEBUG);
  }

  /** Logs a detail, such as the source of a value. */
  void detail(String text) {
    if (detailed) {
      System.getLogger(NAME).log(Level.DEBUG, text);
    }
  }

  /** Logs what somebody may want to know. */
  static void info(String text) {
    System.getLogger(NAME).log(Level.INFO, text);
  }

  /** Logs what somebody should mend, and where it was thrown. */
  static void warn(String text, Throwable place) {
    System.getLogger(NAME).log(Level.WARNING, text, place);
  }

  /** Logs what somebody should mend, and what stops nothing. */
  static void warn(String text) {
    System.getLogger(NAME).log(Level.WARNING, text);
  }
}
