package dev.countersign.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A compiler to test with: a javac, or the Eclipse compiler. */
final class TestCompiler {
  private final String name;
  private final Runner runner;
  private final AutoCloseable process;

  private TestCompiler(String name, Runner runner, AutoCloseable process) {
    this.name = name;
    this.runner = runner;
    this.process = process;
  }

  private interface Runner {
    Compile.Outcome run(Compile compile) throws IOException;
  }

  /** Returns the javac of this JDK and of those beside it, and the Eclipse compiler. */
  static List<TestCompiler> all() throws IOException {
    List<TestCompiler> all = new ArrayList<>();
    all.add(inThisProcess("javac", ToolProvider.getSystemJavaCompiler()));
    all.add(inThisProcess("ecj", ServiceLoader.load(JavaCompiler.class).findFirst().orElseThrow()));
    List<Path> others = Jdks.all().subList(1, Jdks.all().size());
    for (Path jdk : others) {
      CompilerProcess process = new CompilerProcess(jdk);
      all.add(new TestCompiler("javac " + Jdks.version(jdk), process::run, process));
    }
    if (others.isEmpty()) {
      System.err.println("no other JDK is installed beside this one: its javac is not tested");
    }
    return all;
  }

  private static TestCompiler inThisProcess(String kind, JavaCompiler compiler) {
    String name = kind + " " + Runtime.version().feature();
    return new TestCompiler(name, compile -> compile.run(compiler), () -> {});
  }

  Compile.Outcome run(Compile compile) throws IOException {
    return runner.run(compile);
  }

  /** Returns the number of its JDK. */
  int version() {
    return Integer.parseInt(name.substring(name.indexOf(' ') + 1));
  }

  boolean isEclipse() {
    return name.startsWith("ecj");
  }

  void stop() throws Exception {
    process.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
