package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.countersign.runtime.json.JsonReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is different in a native image, as far as a program that says it is one can tell. */
class NativeImageTest {
  private static final String PROPERTY = "org.graalvm.nativeimage.imagecode";
  private static final String METADATA =
      "META-INF/native-image/dev.countersign/countersign-runtime/reachability-metadata.json";

  @AfterEach
  void endTheImage() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void executable_isNotTakenForTheJarOfAClass() {
    assertNotNull(ModulePlace.file(NativeImageTest.class));
    System.setProperty(PROPERTY, "runtime");
    assertNull(ModulePlace.file(NativeImageTest.class));
    assertNull(ModulePlace.jar(NativeImageTest.class));
    assertEquals(NativeImageTest.class.getName(), ModulePlace.describe(NativeImageTest.class));
  }

  @Test
  void whatLoggingLooksFor_isToldToTheBuilder() throws Exception {
    List<Map<String, String>> globs =
        Stream.of(Log.FINDER, Log.BRIDGE).map(each -> Map.of("glob", each)).toList();
    try (InputStream in = Log.class.getClassLoader().getResourceAsStream(METADATA)) {
      assertNotNull(in, METADATA);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(Map.of("resources", globs), JsonReader.read(text));
    }
  }
}
