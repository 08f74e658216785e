package dev.countersign.runtime.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.FuzzTarget;

/** What is read from a manifest is there again after writing it. */
class ManifestFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) throws ManifestFormatException {
    Manifest manifest;
    try {
      manifest = Manifest.parse("fuzzed", new String(input, UTF_8));
    } catch (ManifestFormatException refused) {
      return false;
    }
    String json = manifest.toJson();
    assertEquals(manifest, Manifest.parse("written", json));
    assertEquals(json, Manifest.parse("written", json).toJson());
    return true;
  }
}
