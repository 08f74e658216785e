package dev.countersign.cli;

import java.nio.file.Path;

/** The launcher that packaging left, as users start it. */
final class Launcher {
  static final Path PATH =
      Path.of(System.getProperty("countersign.launcher", "target/countersign/bin/secret"))
          .toAbsolutePath();

  private Launcher() {}
}
