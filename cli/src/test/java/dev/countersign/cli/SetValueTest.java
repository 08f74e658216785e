package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code secret set} takes for a value. */
final class SetValueTest extends SetScenario {
  private static final int MIB = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n", "two\nlines\n", "cr\r", "tail \n\r\n"})
  void oneLineEndAtTheEnd_isDropped(String end) {
    String expected = VALUE + end;
    if (end.endsWith("\n")) {
      expected = expected.substring(0, expected.length() - (end.endsWith("\r\n") ? 2 : 1));
    }
    set(VALUE + end, "GitHubAPIToken", "--type", "local").succeeds();
    assertEquals(expected, get("GitHubAPIToken", "--type", "local"));
  }

  @Test
  void exact_keepsEveryByte() {
    set(VALUE + "\r\n", "GitHubAPIToken", "--type", "local", "--exact").succeeds();
    assertEquals(VALUE + "\r\n", get("GitHubAPIToken", "--type", "local"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$HOME ${HOME} $(id)", "# not a comment", "'single' \"double\" `back`", "a\\nb\\",
            " padded ",
        "-----BEGIN X-----\nabc\n-----END X-----", "größe 漢字 🔑", "a=b", "\u0000nul", "tab\t"
      })
  void anyText_comesBackAsItWas(String value) {
    set(value, "GitHubAPIToken", "--type", "local", "--exact").succeeds().hides(value);
    assertEquals(value, get("GitHubAPIToken", "--type", "local"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$HOME ${HOME} $(id)",
        "# not a comment",
        "'single' \"double\" `back`",
        "a\\nb\\",
        " padded ",
        "-----BEGIN X-----\nabc\n-----END X-----",
        "größe 漢字 🔑",
        "a=b",
        "tab\t"
      })
  void anyText_comesBackFromTheOverrideFile(String value) {
    set(value, "GitHubAPIToken", "--override", "--exact").succeeds().hides(value);
    assertEquals(value, get("GitHubAPIToken", "--type", "local"));
  }

  @Test
  void bytesThatAreNoText_goIntoTheStoreAndNotIntoTheOverrideFile() {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0xfe, 10, 10};
    cli.input(bytes).run("set", "GitHubAPIToken", "--type", "local", "--exact").succeeds();
    assertArrayEquals(bytes, cli.run("get", "GitHubAPIToken", "--type", "local").bytes());
    cli.input(bytes)
        .run("set", "GitHubAPIToken", "--override")
        .exits(ExitStatus.USAGE)
        .tells("not UTF-8 text")
        .tells("fix: secret set --type local GitHubAPIToken");
    assertFalse(Files.exists(cli.path(".secrets.local")));
  }

  @Test
  void oneMebibyte_isTheMost() {
    byte[] most = new byte[MIB + 1];
    Arrays.fill(most, (byte) 'x');
    most[MIB] = '\n';
    cli.input(most).run("set", "GitHubAPIToken", "--type", "dev").succeeds();
    assertEquals(MIB, cli.run("get", "GitHubAPIToken", "--type", "dev").bytes().length);
    refuses(
        "larger than 1 MiB",
        () -> cli.input(most).run("set", "GitHubAPIToken", "--type", "dev", "--exact"));
  }

  @Test
  void endlessInput_isRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    refuses(
        "larger than 1 MiB",
        () -> cli.input(endless).run("set", "GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void emptyValue_isRefusedUnlessMeant() {
    for (String input : List.of("", "\n", "\r\n")) {
      refuses("the value is empty", () -> set(input, "GitHubAPIToken", "--type", "dev"));
    }
    set("", "GitHubAPIToken", "--type", "dev", "--empty").succeeds();
    assertEquals("", get("GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void closedInput_isRefusedAndWhatToDoIsTold() {
    refuses(
        "standard input is closed",
        () -> cli.input(new ClosedInput()).run("set", "GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void valueOnTheCommandLine_isRefusedAndNotRepeated() {
    refuses(
        "a value never goes on the command line",
        () -> cli.run("set", "GitHubAPIToken", VALUE, "--type", "dev"));
    refuses(
        "a value never goes on the command line",
        () -> cli.run("set", "GitHubAPIToken=" + VALUE, "--type", "dev"));
    refuses("NAME is not the name of a secret", () -> cli.run("set", VALUE, "--type", "dev"));
  }

  @Test
  void valueUnlikeItsDeclaration_isRefusedAndNotRepeated() throws IOException {
    cli.declare("[secrets.Port]\nformat = \"integer\"\n[secrets.Key]\npattern = \"sk_\\\\w+\"\n");
    refuses("does not have the declared format integer", () -> set(VALUE, "Port", "--type", "dev"));
    refuses("does not match the declared pattern", () -> set(VALUE, "Key", "--type", "dev"));
    refuses("does not match the declared pattern", () -> set(VALUE, "Key", "--override"));
    set("sk_1", "Key", "--type", "dev").succeeds();
  }
}
