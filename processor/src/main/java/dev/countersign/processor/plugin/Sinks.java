package dev.countersign.processor.plugin;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Tells the calls whose arguments people can read later, and says where. */
final class Sinks {
  static final String EXCEPTION = "in an exception";

  private static final String LOGGER = "to a logger";
  private static final Set<String> LOGGERS =
      Set.of(
          "com.google.common.flogger.LoggingApi",
          "io.quarkus.logging.Log",
          "java.lang.System.Logger",
          "java.util.logging.Logger",
          "org.apache.commons.logging.Log",
          "org.apache.log4j.Category",
          "org.apache.logging.log4j.LogBuilder",
          "org.apache.logging.log4j.Logger",
          "org.apache.logging.log4j.ThreadContext",
          "org.apache.maven.plugin.logging.Log",
          "org.jboss.logging.BasicLogger",
          "org.jboss.logging.Logger",
          "org.slf4j.Logger",
          "org.slf4j.MDC",
          "org.slf4j.spi.LoggingEventBuilder",
          "org.tinylog.Logger");

  private static final Set<String> THROWABLE = Set.of("java.lang.Throwable");
  private static final Map<String, String> CONSOLES =
      Map.of("java.io.Console", "to the console", "java.lang.IO", "to System.out");
  private static final Set<String> PRINTING =
      Set.of("append", "format", "print", "printf", "println", "write");

  private final Source source;

  Sinks(Source source) {
    this.source = source;
  }

  /** Returns where the arguments of a call go, or empty if nobody is known to read them. */
  Optional<String> goal(TreePath path, Call call) {
    String console = CONSOLES.get(call.ownerName());
    if (console != null) {
      return Optional.of(console);
    }
    if (call.method().getKind() == ElementKind.CONSTRUCTOR) {
      return source.isOneOf(call.owner(), THROWABLE) ? Optional.of(EXCEPTION) : Optional.empty();
    }
    if (source.isOneOf(call.owner(), LOGGERS)) {
      return Optional.of(LOGGER);
    }
    return PRINTING.contains(call.name()) ? stream(path, call.receiver()) : Optional.empty();
  }

  boolean isException(@Nullable Element type) {
    return type instanceof TypeElement element && source.isOneOf(element, THROWABLE);
  }

  private Optional<String> stream(TreePath path, @Nullable ExpressionTree receiver) {
    Element stream = receiver == null ? null : source.element(path, receiver);
    return stream != null
            && stream.getEnclosingElement() instanceof TypeElement owner
            && owner.getQualifiedName().contentEquals("java.lang.System")
        ? Optional.of("to System." + stream.getSimpleName())
        : Optional.empty();
  }
}
