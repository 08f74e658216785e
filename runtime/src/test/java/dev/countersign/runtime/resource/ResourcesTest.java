package dev.countersign.runtime.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {
  private static final String NAME = "META-INF/sample/a file 100%.txt";

  @TempDir Path directory;

  @Test
  void resources_areThoseThatAClassLoaderFinds() throws IOException {
    Path jar = jar("one one.jar", null, "from the jar");
    Path classes = directory.resolve("class es");
    Files.createDirectories(classes.resolve("META-INF/sample"));
    Files.writeString(classes.resolve(NAME), "from the directory");
    List<Path> path = List.of(jar, directory.resolve("absent.jar"), classes);
    List<URL> found = parse(path).find(NAME);
    assertEquals(texts(byLoader(path)), texts(found));
    assertEquals(byLoader(path), found.stream().map(URL::toString).toList());
  }

  @Test
  void jarThatNamesFurtherOnes_isLeftToTheClassLoader() throws IOException {
    assertNull(ClassPath.parse(jar("one.jar", "other.jar", "text").toString()));
    assertNotNull(ClassPath.parse(jar("two.jar", null, "text").toString()));
  }

  @Test
  void fileThatIsNoJar_isPassedOver() throws IOException {
    Path file = Files.writeString(directory.resolve("no.jar"), "text");
    assertEquals(List.of(), parse(List.of(file)).find(NAME));
  }

  @Test
  void emptyClassPath_isLeftToTheClassLoader() {
    assertNull(ClassPath.parse(""));
  }

  @Test
  void resource_isReadUpToTheLimit() throws IOException {
    URL place = parse(List.of(jar("one.jar", null, "text"))).find(NAME).get(0);
    assertEquals("te", new String(Resources.read(place, 2), UTF_8));
  }

  @Test
  void otherLoaders_areAskedThemselves() throws IOException {
    Path jar = jar("one.jar", null, "text");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertEquals(List.of("text"), texts(Resources.find(loader, NAME)));
    }
  }

  @Test
  void providers_areMade() {
    assertEquals(List.of(""), make(CharSequence.class, String.class.getName()));
  }

  @Test
  void classesThatAreNoProviders_areRefusedByName() {
    for (String each : List.of("a.Gone", "java.lang.String", "java.util.AbstractList")) {
      ServiceConfigurationError error =
          assertThrows(ServiceConfigurationError.class, () -> make(Runnable.class, each));
      assertTrue(error.getMessage().contains(each), error.getMessage());
    }
  }

  @Test
  void classThatFailsWhenItIsLoaded_isRefusedByName_withItsCause() {
    String name = Failing.class.getName();
    ServiceConfigurationError error =
        assertThrows(ServiceConfigurationError.class, () -> make(Runnable.class, name));
    assertTrue(error.getMessage().contains(name), error.getMessage());
    assertEquals(IllegalStateException.class, error.getCause().getClass());
  }

  /** A provider that cannot even be loaded. */
  public static final class Failing implements Runnable {
    private static final Object NEVER = fail();

    private static Object fail() {
      throw new IllegalStateException();
    }

    @Override
    public void run() {
      assertEquals(NEVER, NEVER);
    }
  }

  private static <T> List<T> make(Class<T> service, String name) {
    return Services.make(service, Set.of(name), ResourcesTest.class.getClassLoader());
  }

  private Path jar(String name, String further, String text) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (further != null) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, further);
    }
    Path file = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      out.putNextEntry(new ZipEntry(NAME));
      out.write(text.getBytes(UTF_8));
    }
    return file;
  }

  private static ClassPath parse(List<Path> path) {
    List<String> names = path.stream().map(Path::toString).toList();
    ClassPath parsed = ClassPath.parse(String.join(File.pathSeparator, names));
    assertTrue(parsed != null, "not a plain class path");
    return parsed;
  }

  private static List<String> byLoader(List<Path> path) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path each : path) {
      urls.add(each.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
      return Collections.list(loader.findResources(NAME)).stream().map(URL::toString).toList();
    }
  }

  private static List<String> texts(List<?> places) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Object place : places) {
      texts.add(new String(Resources.read(new URL(place.toString()), 100), UTF_8));
    }
    return texts;
  }
}
