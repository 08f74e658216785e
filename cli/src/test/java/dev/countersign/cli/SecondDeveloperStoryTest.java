package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second developer joins: from the clone to the first value, and out again. */
final class SecondDeveloperStoryTest {
  @TempDir Path temporary;

  @Test
  void secondDeveloper_joinsWorksAndLeaves() throws IOException {
    GitProject ada = GitProject.create(temporary);
    ada.cli().declare("[secrets.Token]\n");
    ada.set("local", "Token", "the team's");
    ada.set("prod", "Token", "prod's");
    ada.commit("Token");

    // she clones, and init makes her an identity and nothing else
    GitProject grace = ada.cloned("grace", "clone");
    String line = lineToSend(grace.secret("init").succeeds().out());
    assertEquals("", grace.git("status", "--porcelain"));

    // until she is a reader, her own value does
    grace
        .secret("get", "Token", "--type", "local")
        .exits(ExitStatus.UNUSABLE)
        .tells("who can add it: ada");
    grace.cli().input("mine").run("set", "--override", "Token").succeeds();
    assertEquals("mine", grace.get("local", "Token"));
    grace.secret("check", "--type", "local").succeeds();
    assertEquals("", grace.git("status", "--porcelain"));

    // a reader runs the line as it was sent
    List<String> words = new ArrayList<>(List.of(line.strip().split(" ")));
    assertEquals("secret", words.remove(0));
    ada.secret(words.toArray(new String[0])).succeeds();
    assertEquals(
        " M secrets/dev.keyring\n M secrets/local.keyring\n", ada.git("status", "--porcelain"));
    ada.commit("add a reader");

    grace.git("pull", "--quiet");
    grace.secret("unset", "--override", "Token").succeeds();
    assertEquals("the team's", grace.get("local", "Token"));
    grace.secret("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE).printsNothing();
    assertTrue(grace.secret("init").succeeds().out().startsWith("nothing to make"));

    // she leaves: what is set from now on is not hers, whatever she kept
    String name = words.get(2);
    ada.secret("reader", "remove", name).succeeds().prints("  Token  local\n");
    ada.set("local", "Token", "the team's next");
    ada.commit("remove a reader");
    grace.git("pull", "--quiet");
    grace.secret("get", "Token", "--type", "local").exits(ExitStatus.UNUSABLE).printsNothing();
    assertEquals("the team's next", ada.get("local", "Token"));
  }

  private static String lineToSend(String told) {
    for (String line : told.lines().toList()) {
      if (line.contains("secret reader add")) {
        return line;
      }
    }
    throw new AssertionError("no line to send in: " + told);
  }
}
