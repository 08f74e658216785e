package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real launcher does what the transcripts say, and not what they say it does not. */
final class TranscriptsIT {
  private static final Path DIRECTORY = Path.of("src/test/resources/transcripts");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void thereAreTranscripts_andALauncher() throws IOException {
    assertFalse(names().isEmpty(), "no transcripts below " + DIRECTORY);
    assertTrue(Files.isExecutable(Launcher.PATH), Launcher.PATH + ": package first");
  }

  @ParameterizedTest
  @MethodSource("names")
  void transcript_isWhatHappens(String name, @TempDir Path temporary) throws Exception {
    Transcript transcript = Transcript.read(DIRECTORY.resolve(name));
    assertFalse(transcript.steps().isEmpty(), name + " has no steps");
    new TranscriptRun(name, temporary).play(transcript);
  }
}
