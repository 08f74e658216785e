package dev.countersign.processor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The javac of another JDK, in one process for many calls: to start it for each takes seconds. */
final class CompilerProcess implements AutoCloseable {
  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream replies;

  CompilerProcess(Path jdk) throws IOException {
    process =
        new ProcessBuilder(
                jdk.resolve("bin/java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                CompilerProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = new DataOutputStream(process.getOutputStream());
    replies = new DataInputStream(process.getInputStream());
  }

  Compile.Outcome run(Compile compile) throws IOException {
    write(requests, compile.options());
    write(requests, compile.sources());
    write(requests, compile.classes());
    requests.flush();
    boolean succeeded = replies.readBoolean();
    return new Compile.Outcome(succeeded, read(replies).get(0));
  }

  @Override
  public void close() throws IOException {
    requests.close(); // the end of its input ends the process
  }

  /** Serves calls until its input ends. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream requests = new DataInputStream(System.in);
    DataOutputStream replies = new DataOutputStream(System.out);
    System.setOut(System.err);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try {
      while (true) {
        Compile compile = new Compile(read(requests), read(requests), read(requests));
        Compile.Outcome outcome = compile.run(compiler);
        replies.writeBoolean(outcome.succeeded());
        write(replies, List.of(outcome.messages()));
        replies.flush();
      }
    } catch (EOFException e) {
      return; // the tests are done
    }
  }

  private static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static List<String> read(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
