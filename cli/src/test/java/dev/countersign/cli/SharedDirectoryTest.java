package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that a directory declares which the project extends. */
final class SharedDirectoryTest {
  @TempDir Path temporary;
  private Cli cli;
  private Path shared;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    shared = Files.createDirectories(temporary.resolve("shared"));
    cli.run("-C", "../shared", "init").succeeds();
    cli.run("-C", "../shared", "declare", "Common").succeeds();
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
  }

  @Test
  void value_isSetWhereTheSecretIsDeclared() throws IOException {
    cli.input("hunter2")
        .run("set", "Common", "--type", "dev")
        .succeeds()
        .prints("set Common for dev (v1) in ../shared");
    assertTrue(Files.readString(shared.resolve("secrets/dev.secrets")).contains("[Common]"));
    assertFalse(cli.read("secrets/dev.secrets").contains("[Common]"));
    assertEquals("hunter2", cli.run("get", "Common", "--type", "dev").succeeds().out());
    cli.run("list").succeeds().prints("Common  missing  set  missing  missing");
  }

  @Test
  void value_isUnsetThereToo() {
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds();
    cli.run("unset", "Common", "--type", "dev").succeeds().prints("unset Common for dev");
    cli.run("get", "Common", "--type", "dev").exits(ExitStatus.NO).printsNothing();
  }

  @Test
  void override_isTheProjectsOwn() {
    cli.input("mine").run("set", "Common", "--override").succeeds();
    assertTrue(cli.read(".secrets.local").contains("mine"));
    assertFalse(Files.exists(shared.resolve(".secrets.local")));
    assertEquals("mine", cli.run("get", "Common", "--type", "local").succeeds().out());
  }
}
