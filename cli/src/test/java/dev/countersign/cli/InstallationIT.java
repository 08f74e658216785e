package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code install.sh}: all of it or nothing, in directories of any name. */
final class InstallationIT {
  private static final String VERSION = "secret ";
  private static final int SHORT = 120;

  @TempDir Path temporary;
  private final Map<String, String> environment = new HashMap<>();
  private Path unpacked;
  private Path home;
  private Path prefix;

  static List<String> shells() throws Exception {
    return Shell.present("sh", "dash", "bash", "busybox sh");
  }

  @BeforeEach
  void unpack() throws Exception {
    unpacked = Archives.unpack(Archives.zip(), temporary.resolve("un packed ß"));
    home = Files.createDirectory(temporary.resolve("Ada's home, größer"));
    prefix = home.resolve(".local");
    environment.put("HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  private Result install(String... words) throws Exception {
    return installBy("sh", words);
  }

  private Result installBy(String shell, String... words) throws Exception {
    String[] line =
        Stream.of(List.of(shell.split(" ")), List.of(script()), List.of(words))
            .flatMap(List::stream)
            .toArray(String[]::new);
    return Shell.run(temporary, environment, line);
  }

  private String script() {
    return unpacked.resolve("install.sh").toString();
  }

  private Result installed(String... words) throws Exception {
    String[] line =
        Stream.concat(Stream.of(prefix.resolve("bin/secret").toString()), Stream.of(words))
            .toArray(String[]::new);
    return Shell.run(temporary, environment, line);
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> copies = Files.list(prefix.resolve("lib/countersign"))) {
      return copies.toList();
    }
  }

  /** Returns the files below the prefix, links included. */
  private List<String> files() throws IOException {
    if (!Files.exists(prefix)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(prefix)) {
      return files
          .filter(file -> Files.isSymbolicLink(file) || !Files.isDirectory(file))
          .map(file -> prefix.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void everyShell_installsUpgradesAndRemoves(String shell) throws Exception {
    installBy(shell).succeeds().prints("installed secret ").tellsNothing();
    installed("--version").succeeds().prints(VERSION);
    Path first = copies().get(0);
    installBy(shell).succeeds().prints(", in place of the one that was there").tellsNothing();
    installed("--version").succeeds().prints(VERSION);
    assertEquals(1, copies().size());
    assertFalse(copies().contains(first));
    installBy(shell, "--uninstall").succeeds().prints("removed secret from ").tellsNothing();
    assertEquals(List.of(), files());
    installBy(shell, "--uninstall").succeeds().prints("there is nothing of Countersign in ");
  }

  @Test
  void links_leadToTheCommandItsManualPageAndItsCompletions() throws Exception {
    install().succeeds();
    Path copy = copies().get(0);
    assertEquals(copy.resolve("bin/secret"), target("bin/secret"));
    assertEquals(copy.resolve("man/man1/secret.1"), target("share/man/man1/secret.1"));
    assertEquals(
        copy.resolve("completions/secret.bash"),
        target("share/bash-completion/completions/secret"));
    assertEquals(
        copy.resolve("completions/secret.zsh"), target("share/zsh/site-functions/_secret"));
    assertEquals(
        copy.resolve("completions/secret.fish"),
        target("share/fish/vendor_completions.d/secret.fish"));
    assertTrue(Files.isRegularFile(copy.resolve("LICENSE")));
  }

  private Path target(String link) throws IOException {
    Path target = Files.readSymbolicLink(prefix.resolve(link));
    assertTrue(Files.isRegularFile(target), target::toString);
    return target;
  }

  @Test
  void homeHasNothingElse() throws Exception {
    install().succeeds();
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(List.of(prefix), files.toList());
    }
  }

  @Test
  void installedCopy_startsFromAnArchiveOfClasses() throws Exception {
    prefix = temporary.resolve("p");
    install("--prefix", prefix.toString()).succeeds();
    Path library = copies().get(0).resolve("lib");
    int names = System.getProperty("java.home").length() + library.toString().length();
    assumeTrue(names < SHORT, "the archive is named by both, and file names end somewhere");
    try (Stream<Path> files = Files.list(library)) {
      assertEquals(1, files.filter(file -> file.toString().endsWith(".jsa")).count());
    }
  }

  @Test
  void lineForThePath_isWhatAShellReads() throws Exception {
    String said = install().succeeds().prints("it is not on your PATH yet").out();
    String line = said.lines().filter(text -> text.startsWith("  export")).findFirst().orElse("");
    Shell.run(temporary, environment, "sh", "-c", line + "\nsecret --version")
        .succeeds()
        .prints(VERSION);
    environment.put("PATH", prefix.resolve("bin") + ":" + System.getenv("PATH"));
    assertFalse(install().succeeds().out().contains("PATH"));
  }

  @Test
  void anotherCommandThatComesFirst_isToldOf() throws Exception {
    Path other = Files.createDirectories(temporary.resolve("other/bin"));
    Files.writeString(other.resolve("secret"), "#!/bin/sh\n");
    assertTrue(other.resolve("secret").toFile().setExecutable(true));
    environment.put("PATH", other + ":" + prefix.resolve("bin") + ":" + System.getenv("PATH"));
    install().succeeds().prints("comes first on your PATH: " + other.resolve("secret"));
  }

  @Test
  void prefix_isAnyDirectory_alsoARelativeOne() throws Exception {
    prefix = temporary.resolve("opt/of many");
    install("--prefix", "opt/of many").succeeds();
    installed("--version").succeeds().prints(VERSION);
    install("--uninstall", "--prefix=" + prefix + "/").succeeds();
    assertEquals(List.of(), files());
    assertFalse(Files.exists(home.resolve(".local")));
  }

  @Test
  void upgrade_leavesNothingOfTheOldOne_andRunsFromTheInstalledCopyToo() throws Exception {
    install().succeeds();
    Files.writeString(copies().get(0).resolve("lib/old.jar"), "");
    unpacked = copies().get(0);
    install().succeeds();
    assertFalse(Files.exists(unpacked));
    Files.delete(copies().get(0).resolve("lib/old.jar"));
    installed("--version").succeeds();
  }

  @Test
  void withoutAJavaThatFits_nothingIsInstalled() throws Exception {
    environment.put("JAVA_HOME", "/nowhere");
    install().exits(1).tells("JAVA_HOME is /nowhere").tells("nothing was installed");
    assertEquals(List.of(), files());
    java("11.0.2", "exit 0");
    install().exits(1).tells("fix: set JAVA_HOME to a JDK of 17 or later");
    assertEquals(List.of(), files());
    java("17.0.1", "exit 0");
    install().exits(1).tells("nothing was installed");
    assertEquals(List.of(), files());
  }

  /** Puts a Java into JAVA_HOME that is a line of the shell. */
  private void java(String version, String line) throws IOException {
    Path other = temporary.resolve("java");
    Path java = Files.createDirectories(other.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + line + "\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(other.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    environment.put("JAVA_HOME", other.toString());
  }

  @Test
  void upgradeThatFails_leavesTheOldOneAsItWas() throws Exception {
    install().succeeds();
    Map<String, String> before = Archives.tree(copies().get(0));
    List<String> files = files();
    environment.put("JAVA_HOME", "/nowhere");
    install().exits(1);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Files.delete(unpacked.resolve("lib/tomlj.jar"));
    install().exits(1).tells("there is no lib/tomlj.jar").tells("fix: unpack the archive again");
    assertEquals(files, files());
    assertEquals(before, Archives.tree(copies().get(0)));
    installed("--version").succeeds();
  }

  @Test
  void installationThatIsInterrupted_leavesNothing() throws Exception {
    java("17.0.1", "kill -TERM $INSTALLER; sleep 1");
    String line = "INSTALLER=$$; export INSTALLER; . \"$0\"";
    Shell.run(temporary, environment, "sh", "-c", line, script()).exits(143);
    assertEquals(List.of(), files());
  }

  @Test
  void fileOfAnother_isLeftAlone() throws Exception {
    Path other = Files.createDirectories(prefix.resolve("bin")).resolve("secret");
    Files.writeString(other, "mine");
    install().exits(1).tells(other + " is there, and was not installed by this").tells("--prefix");
    assertEquals(List.of("bin/secret"), files());
    install("--uninstall").succeeds().prints("there is nothing of Countersign in ");
    assertEquals("mine", Files.readString(other));
  }

  @Test
  void placeThatCannotBeWritten_isToldOf() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    install("--prefix", file.toString()).exits(1).tells("nothing can be written to " + file);
    Files.writeString(Files.createDirectories(prefix).resolve("share"), "");
    install().exits(1).tells("nothing can be written to " + prefix.resolve("share/man/man1"));
    assertEquals(List.of("share"), files());
  }

  @Test
  void usage_isTold() throws Exception {
    install("--help").succeeds().prints("usage: install.sh [--prefix DIR] [--uninstall]");
    install("--all").exits(2).tells("--all is not known").tells("fix: install.sh --help");
    install("--prefix").exits(2).tells("--prefix needs a directory");
    environment.remove("HOME");
    install().exits(2).tells("there is no HOME to install in");
    assertEquals(List.of(), files());
  }
}
