package dev.countersign.samples;

import dev.countersign.samples.Page.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The guide, from a service without us to the deployment of one that is checked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guide is written for a POSIX shell")
class GuideIT {
  @TempDir Path directory;

  @Test
  void existingService_becomesAsTheGuideSays() throws Exception {
    Workshop workshop = new Workshop(directory);
    Path service = workshop.root().resolve("payments");
    Files.move(workshop.copy("existing-service"), service);
    List<Step> steps = Page.steps(Workshop.REPOSITORY.resolve("docs/guide.md"));
    new Session(workshop, service).play(steps);
  }
}
