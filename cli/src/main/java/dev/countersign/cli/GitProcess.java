package dev.countersign.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs git in a directory. It may not be there, or be of no use there. */
final class GitProcess {
  private static final long PATIENCE_SECONDS = 10;

  private final Path directory;
  private final Context context;

  GitProcess(Path directory, Context context) {
    this.directory = directory;
    this.context = context;
  }

  /**
   * What git answered.
   *
   * @param status its exit status
   * @param output its standard output
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, byte[] output) {
    boolean succeeded() {
      return status == 0;
    }

    /** Returns the output as a text, without the line end at its end. */
    String text() {
      return new String(output, StandardCharsets.UTF_8).strip();
    }
  }

  /** Returns what git answered, or null if it cannot be run. What it complains of is dropped. */
  @Nullable Answer ask(String... arguments) {
    return start(false, arguments);
  }

  /** Returns the first line that git says of a question which it did not answer, or nothing. */
  String complaint(String... arguments) {
    Answer answer = start(true, arguments);
    String text = answer == null ? "" : answer.text();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * Returns what git answered to a question that may take it long, or null if it took too long. The
   * answer is a line or two: git would wait for ever with one that fills a pipe.
   */
  @Nullable Answer askInTime(String... arguments) {
    try {
      Process git = builder(false, arguments).start();
      try {
        git.getOutputStream().close();
        return git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? answer(git) : null;
      } finally {
        git.destroyForcibly();
      }
    } catch (IOException e) {
      return null; // there is no git here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private @Nullable Answer start(boolean withErrors, String... arguments) {
    try {
      return answer(builder(withErrors, arguments).start());
    } catch (IOException e) {
      return null; // there is no git here
    }
  }

  private ProcessBuilder builder(boolean withErrors, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder("git");
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(context.environment());
    builder.directory(directory.toFile());
    if (withErrors) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    return builder;
  }

  private static @Nullable Answer answer(Process git) throws IOException {
    try {
      git.getOutputStream().close();
      byte[] output = git.getInputStream().readAllBytes();
      return git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          ? new Answer(git.exitValue(), output)
          : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      git.destroy();
    }
  }
}
