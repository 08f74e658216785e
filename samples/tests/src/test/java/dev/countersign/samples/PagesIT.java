package dev.countersign.samples;

import dev.countersign.samples.Page.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the documentation: every command typed, every line held against what is shown. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pages are written for a POSIX shell")
@Execution(ExecutionMode.CONCURRENT)
class PagesIT {
  @TempDir Path directory;

  @Test
  void existingService_becomesAsTheGuideSays() throws Exception {
    Workshop workshop = new Workshop(directory);
    Path service = workshop.root().resolve("payments");
    Files.move(workshop.copy("existing-service"), service);
    play("guide", workshop, service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"command", "environments", "gate", "git", "keys"})
  void commands_doWhatThePageShows(String page) throws Exception {
    Workshop workshop = new Workshop(directory);
    play(page, workshop, Files.createDirectory(workshop.root().resolve("payments")));
  }

  private static void play(String page, Workshop workshop, Path place) throws Exception {
    List<Step> steps = Page.steps(Workshop.REPOSITORY.resolve("docs/" + page + ".md"));
    new Session(workshop, place).play(steps);
  }
}
