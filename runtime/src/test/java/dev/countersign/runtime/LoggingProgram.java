package dev.countersign.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;

/** A program with a logger of its own, to see everything that is ever logged. */
final class LoggingProgram {
  private LoggingProgram() {}

  /** Takes the root of the project. */
  public static void main(String[] arguments) {
    Modules modules = new Modules(List.of(new EmptyModule("loading_test")));
    SecretsBuilder builder = Secrets.builder().root(Path.of(arguments[0])).environment("prod");
    Secrets secrets = builder.load(Host.current(), modules);
    secrets.get("Token").reveal();
    secrets.verify();
    System.out.println(secrets.report());
    System.out.println(secrets.explain("Token"));
  }

  /** Prints what is logged. */
  public static final class Finder extends System.LoggerFinder {
    @Override
    public System.Logger getLogger(String name, Module module) {
      return new Printing(name);
    }
  }

  private record Printing(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      System.out.println(name + " " + level + " " + text + (thrown == null ? "" : thrown));
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      log(level, bundle, format, (Throwable) null);
    }
  }
}
