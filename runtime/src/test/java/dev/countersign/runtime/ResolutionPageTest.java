package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/resolution.md compile, run, and print what the page shows. */
class ResolutionPageTest {
  private static final Path PAGE = Path.of("../docs/resolution.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");
  private static final String IMPORTS =
      """
      import dev.countersign.runtime.SecretProvider;
      import dev.countersign.runtime.SecretProviderException;
      import dev.countersign.runtime.SecretRequest;
      import dev.countersign.runtime.SecretValue;
      import dev.countersign.runtime.Secrets;
      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.nio.file.Path;
      import java.util.Map;
      import java.util.function.UnaryOperator;
      """;

  @TempDir Path directory;

  @Test
  void providerOfThePage_answers_andWhatItsProgramPrintsIsOnThePage() throws Exception {
    compileExamples();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      String page = Files.readString(PAGE);
      Secrets secrets = load(vault(loader, Map.of("secret/prod/Token", "hunter2")::get));
      assertEquals("hunter2", secrets.get("Token").reveal());
      assertShown(page, secrets.explain("Token").toString());
      SecretsReport report = loadOf(vault(loader, Map.of("secret/prod/Token", "x")::get)).report();
      assertShown(page, report.toJson());
    }
  }

  @Test
  void failureOfThePagesProvider_isTold() throws Exception {
    compileExamples();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      SecretProvider vault =
          vault(
              loader,
              path -> {
                throw new UncheckedIOException(new IOException("connection refused"));
              });
      String message =
          assertThrows(UnresolvedSecretException.class, () -> load(vault)).getMessage();
      assertTrue(
          message.contains(
              "Token from vault cannot be used: the vault does not answer\n"
                  + "  used by: Client.token\n  fix: vault status"),
          message);
    }
  }

  private static void assertShown(String page, String text) {
    assertTrue(page.contains("\n" + text.strip() + "\n```"), text);
  }

  private static SecretProvider vault(ClassLoader loader, UnaryOperator<String> vault)
      throws ReflectiveOperationException {
    return (SecretProvider)
        loader.loadClass("VaultProvider").getConstructor(UnaryOperator.class).newInstance(vault);
  }

  private Secrets load(SecretProvider provider) {
    return Secrets.builder()
        .with(provider)
        .load(
            host(Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "TOKEN", "", "Other", "y")),
            new Modules(List.of(new EmptyModule("loading_test"))));
  }

  /** Returns secrets of which one is missing, which load refuses and a later reload may meet. */
  private Secrets loadOf(SecretProvider provider) {
    List<FoundManifest> manifests =
        ManifestResources.read(List.of(new EmptyModule("loading_test")));
    Setup setup =
        new Setup(
            host(Map.of()),
            null,
            Environment.of(EnvironmentType.PROD),
            Catalog.of(manifests),
            List.of(GuardedProvider.of(provider)),
            Log.ofWarnings());
    return new Secrets(setup.snapshot(), new Modules(List.of()));
  }

  private Host host(Map<String, String> variables) {
    String none = directory.resolve("none").toString();
    return new Host(variables, Map.of(Host.CONTAINER_SECRETS, none), directory);
  }

  private void compileExamples() throws IOException {
    List<Path> sources = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    while (example.find()) {
      Matcher type = CLASS.matcher(example.group(1));
      assertTrue(type.find());
      sources.add(
          Files.writeString(
              directory.resolve(type.group(1) + ".java"), IMPORTS + example.group(1)));
    }
    assertEquals(2, sources.size());
    compile(sources);
  }

  private void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              directory.toString(),
              "-classpath",
              System.getProperty("java.class.path"));
      assertTrue(
          compiler.getTask(output, files, null, options, null, units).call(), output::toString);
    }
  }
}
