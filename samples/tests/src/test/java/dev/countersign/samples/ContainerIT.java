package dev.countersign.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files for Kubernetes and systemd fit each other, and the program finds what they deliver. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "neither kubelet nor systemd")
class ContainerIT {
  private static final Path SAMPLE = Workshop.SAMPLES.resolve("container");
  private static final Path JAR = Workshop.SAMPLES.resolve("shaded/invoices/target/invoices.jar");

  @TempDir static Path directory;

  private static Workshop workshop;
  private static Path project;

  /** As the page of the shaded sample does it. */
  @BeforeAll
  static void seal() throws Exception {
    workshop = new Workshop(directory);
    project = workshop.copy("shaded").resolve("invoices");
    run("secret init");
    run("printf k3y | secret set --type prod AuditKey");
    run("printf p4ssword | secret set --type prod DatabasePassword");
    run("secret reader add job $(secret identity new --file job.key) --type prod");
  }

  @Test
  void pod_findsWhatIsMounted() throws Exception {
    Pod pod = Pod.read(SAMPLE.resolve("kubernetes.yaml"));
    var secret = Pod.parse(run("secret export --type prod --format k8s --only DatabasePassword"));
    String name = (String) Pod.map(secret, "metadata").get("name");
    Map<String, String> mounts = pod.mounts();
    assertEquals(List.of("invoices-identity", name), List.copyOf(mounts.keySet()));
    mount(mounts.get("invoices-identity"), "identity=" + job());
    String data = (String) Pod.map(secret, "data").get("DatabasePassword");
    mount(mounts.get(name), "DatabasePassword=" + new String(Base64.getDecoder().decode(data), UTF_8));

    Map<String, String> variables = pod.variables();
    Path file = here(mounts.get(name)).resolve("DatabasePassword");
    variables.replaceAll((key, value) -> value.startsWith("/") ? here(value) + "" : value);
    assertStarts(variables, file);
  }

  @Test
  void image_holdsTheJarAndNothingToOpenItWith() throws Exception {
    Map<String, String> instructions = new TreeMap<>();
    for (String line : Files.readAllLines(SAMPLE.resolve("Containerfile"))) {
      if (line.matches("[A-Z]+ .*")) {
        instructions.merge(line.split(" ", 2)[0], line.split(" ", 2)[1], (one, two) -> one + two);
      }
    }
    assertEquals("target/invoices.jar /app/invoices.jar", instructions.get("COPY"));
    assertTrue(Files.exists(JAR), "what is copied is what the other sample makes");
    assertTrue(instructions.get("ENTRYPOINT").contains("\"/app/invoices.jar\""));
    Pod pod = Pod.read(SAMPLE.resolve("kubernetes.yaml"));
    assertEquals(pod.user().toString(), instructions.get("USER"));
    assertFalse(instructions.toString().contains("COUNTERSIGN_"), "of the image");
    assertTrue(run("cat .dockerignore").contains(".secrets.local"));
  }

  @Test
  void service_findsItsCredentials() throws Exception {
    Unit service = Unit.read(SAMPLE.resolve("invoices.service"));
    Path credentials = Files.createDirectories(workshop.root().resolve("credentials"));
    for (String credential : service.pairs("LoadCredential", ':').keySet()) {
      boolean isKey = credential.equals("identity");
      Files.writeString(credentials.resolve(credential), isKey ? job() : "p4ssword");
    }
    Map<String, String> variables = service.pairs("Environment", '=');
    variables.replaceAll((key, value) -> value.replace("%d", credentials.toString()));
    variables.put("CREDENTIALS_DIRECTORY", credentials.toString());
    assertStarts(variables, credentials.resolve("DatabasePassword"));
  }

  @Test
  void units_areSoundToSystemd() throws Exception {
    boolean installed = !run("command -v systemd-analyze || true").isEmpty();
    assumeTrue(installed, "no systemd-analyze here: the units were not verified");
    Path units = Files.createDirectories(workshop.root().resolve("units"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    for (String unit : List.of("invoices.service", "invoices.timer")) {
      String text = Files.readString(SAMPLE.resolve(unit)).replace("/usr/bin/java", java);
      Files.writeString(units.resolve(unit), text);
    }
    String verify = "systemd-analyze verify ../../units/invoices.service ../../units/invoices.timer";
    assertEquals("", run(verify));
  }

  private static void assertStarts(Map<String, String> variables, Path file) throws Exception {
    variables.put("COUNTERSIGN_ROOT", project.toString()); // instead of packing it
    Path empty = Files.createDirectories(workshop.root().resolve("elsewhere"));
    Path log = workshop.root().resolve("log.txt");
    Program java = workshop.process(empty, "java", "-jar", JAR.toString()).with(variables);
    int status = java.start(log).waitFor();
    String expected =
        """
        connected with SecretValue[redacted] from file:%s
        noted start with store:prod v1 (0000)
        """;
    assertEquals(expected.formatted(file), Workshop.masked(Files.readString(log)));
    assertEquals(0, status);
  }

  private static void mount(String path, String file) throws Exception {
    Path mount = Workshop.SAMPLES.resolve("rotation/mount.sh");
    Files.createDirectories(here(path));
    run("'%s' '%s' '%s'".formatted(mount, here(path), file));
  }

  /** Returns the place of a path of the container. */
  private static Path here(String path) {
    return workshop.root().resolve("container" + path);
  }

  private static String job() throws IOException {
    return Files.readString(project.resolve("job.key"));
  }

  private static String run(String line) throws Exception {
    Path log = Files.createTempFile(workshop.root(), "run", ".txt");
    int status = workshop.process(project, "bash", "-c", line).start(log).waitFor();
    assertEquals(0, status, line + "\n" + Files.readString(log));
    return Files.readString(log);
  }
}
