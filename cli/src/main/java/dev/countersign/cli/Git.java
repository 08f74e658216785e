package dev.countersign.cli;

import dev.countersign.runtime.dotenv.OverrideFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What git knows, where there is one: a question that it cannot answer is no failure of ours. */
final class Git {
  private static final long PATIENCE_SECONDS = 10;
  private static final int NOT_IGNORED = 1;

  private Git() {}

  /** Warns when plaintext overrides would be committed. Says nothing outside a repository. */
  static void warnUnlessIgnored(Path root, Context context) {
    Answer answer = ask(root, context, "check-ignore", "-q", OverrideFile.FILE);
    if (answer != null && answer.status == NOT_IGNORED) {
      context
          .err()
          .println("warning: git does not ignore " + OverrideFile.FILE + "\n  fix: secret init");
    }
  }

  /** Returns a setting, such as {@code user.name}, or null. */
  static @Nullable String setting(Path directory, String name, Context context) {
    Answer answer = ask(directory, context, "config", "--get", name);
    String text = answer == null || answer.status != 0 ? "" : answer.output.strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Answer ask(Path directory, Context context, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder("git");
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(context.environment());
    builder.directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return answer(builder.start());
    } catch (IOException e) {
      return null; // there is no git here
    }
  }

  private static @Nullable Answer answer(Process git) throws IOException {
    try {
      git.getOutputStream().close();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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

  private record Answer(int status, String output) {}
}
