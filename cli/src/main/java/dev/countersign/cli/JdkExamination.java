package dev.countersign.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which Java runs the command, and whether it could compile. */
final class JdkExamination implements Examination {
  private final Context context;

  JdkExamination(Context context) {
    this.context = context;
  }

  @Override
  public void look(Diagnosis diagnosis) {
    String home = context.property("java.home");
    diagnosis.well("Java " + context.property("java.version") + " in " + home);
    Path programs = Path.of(home, "bin");
    if (!Files.exists(programs.resolve("javac")) && !Files.exists(programs.resolve("javac.exe"))) {
      diagnosis.warn(
          "jdk",
          "there is no javac in " + programs + ": it runs secret, and compiles nothing",
          "set JAVA_HOME to a JDK of 17 or later");
    }
  }
}
