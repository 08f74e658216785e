package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.runtime.SecretValue;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts that Lombok writes of what holds a value. */
class LombokTextTest {
  private static final String VALUE = "zqxjk-value";
  private static final String REDACTED = "SecretValue[redacted]";
  private static final String SOURCE =
      """
      import dev.countersign.runtime.SecretValue;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      public class Holders {
        @lombok.Data public static class Mutable { private SecretValue token; }
        @lombok.ToString public static class Printed { SecretValue token; Optional<SecretValue> other; }
        @lombok.Value @lombok.Builder public static class Fixed { SecretValue token; Mutable inner; }
        @lombok.ToString(callSuper = true) public static class Child extends Printed {
          List<SecretValue> all; Map<String, SecretValue> byName; SecretValue[] array;
        }

        public static String data(SecretValue value) {
          return mutable(value).toString();
        }

        public static String toString(SecretValue value) {
          Printed printed = new Printed();
          printed.token = value;
          printed.other = Optional.of(value);
          return printed.toString();
        }

        public static String builder(SecretValue value) {
          return Fixed.builder().token(value).toString();
        }

        public static String nested(SecretValue value) {
          return Fixed.builder().token(value).inner(mutable(value)).build().toString();
        }

        public static String collections(SecretValue value) {
          Child child = new Child();
          child.token = value;
          child.all = List.of(value);
          child.byName = Map.of("a", value);
          child.array = new SecretValue[] {value};
          return child.toString();
        }

        private static Mutable mutable(SecretValue value) {
          Mutable mutable = new Mutable();
          mutable.setToken(value);
          return mutable;
        }
      }
      """;

  @TempDir Path root;

  @BeforeEach
  void compile() throws Exception {
    Path source = Files.writeString(root.resolve("Holders.java"), SOURCE);
    String said =
        UserProject.tool(
            "javac",
            "-processorpath",
            lombok(),
            "-classpath",
            UserProject.path(lombok()),
            "-d",
            root.toString(),
            source.toString());
    assertFalse(said.contains("error:"), said);
  }

  @Test
  void data_holdsNoValue() throws Exception {
    assertEquals("Holders.Mutable(token=" + REDACTED + ")", textOf("data"));
  }

  @Test
  void toString_holdsNoValue() throws Exception {
    assertEquals(
        "Holders.Printed(token=" + REDACTED + ", other=Optional[" + REDACTED + "])",
        textOf("toString"));
  }

  @Test
  void builder_holdsNoValue() throws Exception {
    assertEquals(
        "Holders.Fixed.FixedBuilder(token=" + REDACTED + ", inner=null)", textOf("builder"));
    assertEquals(
        "Holders.Fixed(token=" + REDACTED + ", inner=Holders.Mutable(token=" + REDACTED + "))",
        textOf("nested"));
  }

  @Test
  void collectionsAndArrays_holdNoValue() throws Exception {
    String text = textOf("collections");
    assertFalse(text.contains(VALUE), text);
    assertEquals(4, text.split("SecretValue\\[redacted]", -1).length - 1, text);
  }

  private String textOf(String method) throws Exception {
    URL[] urls = {root.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, LombokTextTest.class.getClassLoader())) {
      return (String)
          loader
              .loadClass("Holders")
              .getMethod(method, SecretValue.class)
              .invoke(null, SecretValue.of(VALUE));
    }
  }

  private static String lombok() {
    return Arrays.stream(Workspace.classPath().split(File.pathSeparator, -1))
        .filter(each -> Path.of(each).getFileName().toString().startsWith("lombok-"))
        .findFirst()
        .orElseThrow();
  }
}
