package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that only opens values never loads what would make its start slow. */
class ColdStartTest {
  private static final int LENGTH = 7;
  private static final String REGISTRY = "org.bouncycastle.crypto.CryptoServicesRegistrar";
  private static final String TABLES = "org.bouncycastle.math.ec.rfc8032.Ed25519";
  private static final List<String> SLOW =
      List.of(
          Randomness.class.getName(),
          "java.security.SecureRandom",
          "java.security.Provider$Service",
          "java.security.MessageDigest",
          "javax.crypto.Cipher");

  @TempDir private static Path shared;

  @TempDir private Path directory;

  /** Users get these classes unsigned in our jar; to verify a signed one takes providers. */
  @BeforeAll
  static void unsignBouncyCastle() throws Exception {
    try (ZipFile signed = new ZipFile(locationOf(Digest.class).toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unsigned()))) {
      out.setLevel(1);
      for (ZipEntry entry : signed.stream().filter(ColdStartTest::isClass).toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(signed.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void opening_loadsNoRandomnessNoProviderNoRegistry() throws Exception {
    List<String> loaded = classesLoadedByOpening(Identities.generate());
    assertEquals(List.of(), loaded.stream().filter(SLOW::contains).toList());
    assertEquals(List.of(), loaded.stream().filter(REGISTRY::equals).toList());
    assertEquals(List.of(), loaded.stream().filter(TABLES::equals).toList());
  }

  @Test
  void openingWithAHybridKey_loadsNoRandomnessNoProvider() throws Exception {
    List<String> loaded = classesLoadedByOpening(Identities.generatePostQuantum());
    assertEquals(List.of(), loaded.stream().filter(SLOW::contains).toList());
    assertEquals(List.of(), loaded.stream().filter(TABLES::equals).toList());
  }

  private List<String> classesLoadedByOpening(Identity identity) throws Exception {
    Path key = Files.writeString(directory.resolve("key"), identity.encoded());
    byte[] file = Age.encrypt(new byte[LENGTH], List.of(identity.recipient()));
    Path value = Files.writeString(directory.resolve("value"), Armor.encode(file));
    List<String> loaded = classesLoadedBy(value.toString(), key.toString());
    assertTrue(loaded.contains(Payload.class.getName()), "the log names no class of ours");
    return loaded;
  }

  private List<String> classesLoadedBy(String value, String key) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String main = ColdOpening.class.getName();
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(java, "-Xlog:class+load", "-cp", classPath(), main, value, key)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(LENGTH, process.waitFor(), () -> "see " + log);
    return Files.readAllLines(log, UTF_8).stream().map(ColdStartTest::className).toList();
  }

  /** Reads a line such as {@code [0.1s][info][class,load] java.lang.Object source: …}. */
  private static String className(String line) {
    String[] words = line.substring(line.lastIndexOf(']') + 1).strip().split(" ", 2);
    return words[0];
  }

  private static String classPath() throws URISyntaxException {
    return String.join(
        File.pathSeparator,
        locationOf(Age.class).toString(),
        locationOf(ColdOpening.class).toString(),
        unsigned().toString());
  }

  private static Path unsigned() {
    return shared.resolve("unsigned.jar");
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().startsWith("org/") && entry.getName().endsWith(".class");
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
