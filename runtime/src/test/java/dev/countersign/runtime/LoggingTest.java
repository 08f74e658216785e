package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged where: names and sources, never a value. */
class LoggingTest {
  @TempDir Path root;
  private final Logger logger = Logger.getLogger("dev.countersign");
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.setLevel(null);
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void sources_areDetails_andValuesAreNowhere() throws Exception {
    SealedProject project = new SealedProject(root);
    project.property(Host.DEBUG, "true");
    project.variables.put("Other", "hunter2");
    Secrets secrets = project.load();
    secrets.get("Token").reveal();
    secrets.get("Other").reveal();
    secrets.verify();
    assertEquals("FINE prod, root " + root, lines.get(0));
    assertTrue(
        lines.get(1).matches("FINE Token from store:prod v1 \\([0-9a-f]{4}\\)"), lines.get(1));
    assertEquals("FINE Other from env:Other", lines.get(2));
    assertNoValue();
  }

  @Test
  void detailsThatNobodyAskedFor_areNotLogged() throws Exception {
    Secrets secrets = new SealedProject(root).load();
    secrets.get("Token").reveal();
    assertEquals(List.of(), lines);
  }

  @Test
  void details_areLogged_whereTheBridgeOfTheLibrarysOwnLoaderIs() throws Exception {
    Host host = new Host(Map.of(), Map.of(Host.DEBUG, "false"), root);
    Path bridge = root.resolve("org/slf4j/bridge/SLF4JBridgeHandler.class");
    URL[] urls = {root.toUri().toURL()};
    try (URLClassLoader own = new URLClassLoader(urls, null)) {
      assertFalse(Log.of(host, own).isDetailed());
      Files.createDirectories(bridge.getParent());
      Files.createFile(bridge);
      assertTrue(Log.of(host, own).isDetailed());
    }
  }

  @Test
  void absenceInLocal_isOneWarning() throws Exception {
    SealedProject project = new SealedProject(root);
    project.variables.put("COUNTERSIGN_ENVIRONMENT", "local");
    project.variables.put("Other", "hunter2");
    project.load();
    List<String> absences = lines.stream().filter(line -> line.contains("no value")).toList();
    assertEquals(1, absences.size());
    assertTrue(absences.get(0).startsWith("WARNING Token has no value for local\n"));
    assertNoValue();
  }

  @Test
  void failures_areThrownAndNotLogged() throws Exception {
    SealedProject project = new SealedProject(root);
    Files.delete(project.file());
    assertThrows(UnresolvedSecretException.class, project::load);
    assertEquals(List.of(), lines);
  }

  @Test
  void otherLoggerFinder_isToldTheSame() throws Exception {
    SealedProject project = new SealedProject(root);
    String output = run(project);
    assertTrue(output.contains("dev.countersign DEBUG prod, root " + root), output);
    assertTrue(output.contains("dev.countersign DEBUG Token from store:prod v1 ("), output);
    assertTrue(output.contains("Token in prod comes from store:prod v1 ("), output);
    assertFalse(output.contains("hunter2"), output);
  }

  private String run(SealedProject project) throws Exception {
    Path services = Files.createDirectories(root.resolve("finder/META-INF/services"));
    Files.writeString(
        services.resolve("java.lang.System$LoggerFinder"), LoggingProgram.Finder.class.getName());
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            root.resolve("finder") + File.pathSeparator + System.getProperty("java.class.path"),
            LoggingProgram.class.getName(),
            root.toString());
    program.environment().putAll(project.variables);
    Process process = program.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private void assertNoValue() {
    assertFalse(lines.toString().contains("hunter2"), lines.toString());
  }
}
