package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.age.Identity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A second Java process on the same store, which does some {@link Work}. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static OtherProcess start(Work work, Path root, Object... arguments) throws IOException {
    return start(command(work, root, arguments));
  }

  /** Starts a process that opens keyrings with an identity, which it finds in its environment. */
  static OtherProcess start(Work work, StoreFixture project, Object... arguments)
      throws IOException {
    return start(command(work, project.root, arguments), project.ada);
  }

  private static OtherProcess start(ProcessBuilder command, Identity identity) throws IOException {
    command.environment().put(ReaderIdentities.KEY, identity.encoded());
    return start(command);
  }

  private static OtherProcess start(ProcessBuilder command) throws IOException {
    return new OtherProcess(command.redirectErrorStream(true).start());
  }

  private static ProcessBuilder command(Work work, Path root, Object... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Work.class.getName(), work.name(), root.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command);
  }

  /** Reads on until a line comes; a process that ends without it fails the test. */
  void awaitLine(String expected) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = readLine(); !expected.equals(line); line = readLine()) {
      if (line == null) {
        throw new AssertionError("the process ended without \"" + expected + "\":\n" + before);
      }
      before.append(line).append('\n');
    }
  }

  /** Reads a line, or null if the process has ended; what it printed before it ended is kept. */
  @Nullable String readLine() throws IOException {
    return output.readLine();
  }

  /** Gives the process a line to read. */
  void send(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Ends the process as {@code kill -9} does; what it printed before can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Waits for the process to end of itself, and returns its exit status. */
  int end() {
    return process.onExit().join().exitValue();
  }

  /** Lets the process end, which it does when its input does. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
