package dev.countersign.runtime.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestsTest {
  @TempDir Path directory;

  @Test
  void manifestsOfADirectory_areReadInOrderOfName() throws Exception {
    write("META-INF/countersign/b.json", named("two").toJson());
    write("META-INF/countersign/a.json", named("one").toJson());
    assertEquals(List.of(named("one"), named("two")), Manifests.in(directory));
  }

  @Test
  void directoryWithoutManifests_givesNone() throws Exception {
    assertEquals(List.of(), Manifests.in(directory));
  }

  @Test
  void packedStoresAndOtherFiles_arePassedOver() throws Exception {
    write("META-INF/countersign/a.json", named("one").toJson());
    write("META-INF/countersign/notes.txt", "x");
    write("META-INF/countersign/store/payments/x.json", "not a manifest");
    write("other.json", "not a manifest");
    assertEquals(List.of(named("one")), Manifests.in(directory));
  }

  @Test
  void manifestsOfAJar_areReadInOrderOfName() throws Exception {
    Path jar =
        jar(
            Map.of(
                "META-INF/countersign/b.json",
                named("two").toJson(),
                "META-INF/countersign/a.json",
                named("one").toJson(),
                "META-INF/countersign/store/payments/x.json",
                "not a manifest",
                "META-INF/MANIFEST.MF",
                "x"));
    assertEquals(List.of(named("one"), named("two")), Manifests.in(jar));
  }

  @Test
  void jarWithoutManifests_givesNone() throws Exception {
    assertEquals(List.of(), Manifests.in(jar(Map.of("x.txt", "x"))));
  }

  @Test
  void malformedManifest_isNamedWithItsJar() throws Exception {
    Path jar = jar(Map.of("META-INF/countersign/a.json", "{"));
    assertEquals(
        jar + "!/META-INF/countersign/a.json:1:2: expected a key in quotes; compile again",
        refusal(jar));
  }

  @Test
  void manifestThatIsNotUtf8_isRefused() throws Exception {
    Path file = write("META-INF/countersign/a.json", "");
    Files.write(file, new byte[] {'"', (byte) 0xE9, '"'});
    assertEquals(
        directory + "!/META-INF/countersign/a.json: this is not UTF-8; compile again",
        refusal(directory));
  }

  @Test
  void pathThatIsNotThere_isRefused() {
    Path absent = directory.resolve("app.jar");
    assertEquals(absent + ": there is no such jar or directory", refusal(absent));
  }

  @Test
  void fileThatIsNoJar_isRefused() throws Exception {
    Path file = write("app.jar", "not a jar");
    assertEquals(file + ": this is not a jar that can be read", refusal(file));
  }

  @Test
  void truncatedJar_isRefused() throws Exception {
    Path jar = jar(Map.of("META-INF/countersign/a.json", named("one").toJson()));
    byte[] bytes = Files.readAllBytes(jar);
    Files.write(jar, java.util.Arrays.copyOf(bytes, bytes.length - 30));
    assertEquals(jar + ": this is not a jar that can be read", refusal(jar));
  }

  private String refusal(Path path) {
    return String.valueOf(
        assertThrows(ManifestFormatException.class, () -> Manifests.in(path)).getMessage());
  }

  private static Manifest named(String id) {
    Manifest sample = Samples.manifest();
    return new Manifest(id, sample.declarations(), sample.digest(), sample.classes());
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path jar(Map<String, String> files) throws IOException {
    Path jar = directory.resolve("app.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).descendingMap().entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }
}
