package dev.countersign.runtime.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.FuzzTarget;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Writes the seeds of this package's fuzzing anew, when asked for: {@code mvn test
 * -Dtest=WriteSeeds}.
 */
class WriteSeeds {
  @Test
  void manifests() throws IOException {
    String json = Samples.manifest().toJson();
    write("sample", json);
    write("newer", json.replaceFirst("1", "2"));
    write("cut-short", json.substring(0, json.length() / 2));
  }

  private static void write(String name, String json) throws IOException {
    FuzzTarget target = new ManifestFuzzTest();
    target.writeSeed(name, json.getBytes(UTF_8));
  }
}
