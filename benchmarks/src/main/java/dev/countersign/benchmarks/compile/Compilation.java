package dev.countersign.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * One run of javac in this process.
 *
 * @param wall what the clock says, in milliseconds
 * @param cpu what all threads of the process took, in milliseconds
 */
record Compilation(double wall, double cpu) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double NANOSECONDS = 1e6;

  /** What the sample classes need, and none of what the processors are made of. */
  private static final String CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(Compilation::isNeeded)
          .collect(Collectors.joining(File.pathSeparator));

  private static boolean isNeeded(String jar) {
    return Stream.of(
            "countersign-annotations",
            "countersign-runtime",
            "dagger-2",
            "inject",
            "micronaut-core")
        .anyMatch(jar::contains);
  }

  /** Compiles into a new directory below a project's root, and removes it again. */
  static Compilation run(Contender contender, List<JavaFileObject> sources, Path root)
      throws IOException {
    Path classes = Files.createDirectory(root.resolve("classes"));
    try {
      return measure(contender, sources, classes);
    } finally {
      delete(classes);
    }
  }

  private static Compilation measure(
      Contender contender, List<JavaFileObject> sources, Path classes) {
    StringWriter log = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var task = compiler.getTask(log, null, null, options(contender, classes), null, sources);
    if (contender != Contender.NONE) {
      task.setProcessors(contender.processors());
    }
    System.gc();
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    boolean compiled = task.call();
    Compilation taken =
        new Compilation(
            (System.nanoTime() - wall) / NANOSECONDS,
            (SYSTEM.getProcessCpuTime() - cpu) / NANOSECONDS);
    if (!compiled) {
      throw new IllegalStateException(contender.title + "\n" + log);
    }
    return taken;
  }

  private static List<String> options(Contender contender, Path classes) {
    List<String> options =
        new ArrayList<>(List.of("-d", classes.toString(), "-nowarn", "-cp", CLASS_PATH));
    if (contender == Contender.NONE) {
      options.add("-proc:none");
    }
    if (contender == Contender.COUNTERSIGN) {
      options.add("-Acountersign.missing=off");
    }
    return options;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
