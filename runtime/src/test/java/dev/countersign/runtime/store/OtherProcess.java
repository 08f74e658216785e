package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.SecretName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second Java process on the same store: holds its lock, or sets secrets. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static OtherProcess start(String action, Path root, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(OtherProcess.class.getName(), action, root.toString()));
    command.addAll(List.of(arguments));
    return new OtherProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads on until a line comes; a process that ends without it fails the test. */
  void awaitLine(String expected) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = output.readLine(); !expected.equals(line); line = output.readLine()) {
      if (line == null) {
        throw new AssertionError("the process ended without \"" + expected + "\":\n" + before);
      }
      before.append(line).append('\n');
    }
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Lets the process end, which it does when its input does. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  /** What the other process does. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[1]);
    if (arguments[0].equals("hold")) {
      hold(root);
    } else {
      set(root, arguments[2], Integer.parseInt(arguments[3]));
    }
  }

  private static void hold(Path root) throws Exception {
    StoreLock lock = StoreLock.acquire(root);
    try (lock) {
      System.out.println("held");
      System.in.read();
    }
  }

  private static void set(Path root, String prefix, int count) throws Exception {
    StoreWriter writer = new StoreWriter(new StoreDirectory(root), "");
    for (int i = 0; i < count; i++) {
      byte[] value = (prefix + i).getBytes(UTF_8);
      writer.write(
          List.of(
              Change.set(StoreFixture.PROD, new SecretName(prefix + i), value),
              Change.set(StoreFixture.PROD, StoreFixture.TOKEN, value)));
    }
    System.out.println("done");
  }
}
