package dev.countersign.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.samples.Page.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Types the commands of a page into one shell, and holds what it says against the page. */
final class Session {
  private static final String MARK = "@@ended";

  private final Workshop workshop;
  private final Path directory;

  Session(Workshop workshop, Path directory) {
    this.workshop = workshop;
    this.directory = directory;
  }

  /** Plays all steps. One that fails must say so, or be followed by {@code echo $?}. */
  void play(List<Step> steps) throws IOException, InterruptedException {
    List<String> outputs = run(steps);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      assertTrue(i < outputs.size(), "the shell ended before: " + step.command());
      int end = outputs.get(i).lastIndexOf('\n');
      String status = outputs.get(i).substring(end + 1);
      String said = workshop.asOnPages(outputs.get(i).substring(0, Math.max(end, 0)));
      boolean mayFail = showsFailure(step, i + 1 < steps.size() ? steps.get(i + 1) : null);
      assertTrue(status.equals("0") || mayFail, status + " from " + step.command() + "\n" + said);
      assertShown(step, said.strip());
    }
  }

  private static boolean showsFailure(Step step, Step next) {
    boolean told = step.shown().stream().anyMatch(line -> line.startsWith("secret: "));
    return told || (next != null && next.command().equals("echo $?"));
  }

  private static void assertShown(Step step, String said) {
    String shown = Workshop.masked(String.join("\n", step.shown())).strip();
    StringBuilder pattern = new StringBuilder();
    for (String line : shown.split("\n", -1)) {
      pattern.append(line.equals(Page.ANYTHING) ? "(?:.*\n)*" : Pattern.quote(line + "\n"));
    }
    if (!Pattern.matches(pattern.toString(), said + "\n")) {
      assertEquals(shown, said, step.command());
    }
  }

  /** Returns for each step what was printed, and after the last line end the exit status. */
  private List<String> run(List<Step> steps) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("exec 2>&1\n");
    for (Step step : steps) {
      script.append(step.command()).append("\nstatus=$?; echo; echo $status; echo ").append(MARK);
      script.append("; (exit $status)\n");
    }
    Path log = Files.createTempFile(workshop.root(), "session", ".txt");
    Process shell = workshop.process(directory, "bash", "-c", script.toString()).start(log);
    assertTrue(shell.waitFor(5, TimeUnit.MINUTES), "a command goes on for ever");
    List<String> outputs = new ArrayList<>(List.of(Files.readString(log).split(MARK + "\n")));
    outputs.replaceAll(String::stripTrailing);
    return outputs;
  }
}
