package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code secret completion} in the shells that they are for. */
final class CompletionIT {
  @TempDir Path temporary;

  @BeforeEach
  void project() throws Exception {
    Files.writeString(
        temporary.resolve("secrets.toml"),
        """
        application = "payments"
        [secrets.StripeKey]
        [secrets.SmtpPassword]
        description = "mail"
        [environments]
        eu-west = "prod"
        """);
    Files.writeString(temporary.resolve("dev file.env"), "");
  }

  /** Runs a script whose first argument is the launcher, and returns the words it prints. */
  private List<String> run(String shell, String... words) throws Exception {
    assumeTrue(isThere(shell), shell + " is not installed");
    ProcessBuilder builder = new ProcessBuilder(shell).directory(temporary.toFile());
    builder.command().addAll(List.of(words));
    builder.environment().put("HOME", temporary.toString());
    builder.environment().put("CI", "true"); // no archive of classes is made behind our back
    builder.environment().merge("PATH", Launcher.PATH.getParent() + ":", (path, bin) -> bin + path);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    String text = new String(output, StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text.lines().map(String::stripTrailing).sorted().toList();
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(program, "-c", "true").redirectErrorStream(true);
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns what bash puts in place of the word under the cursor, at the end of these words. */
  private List<String> bash(String... words) throws Exception {
    String script =
        "source <(secret completion bash); COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _secret;"
            + " for word in \"${COMPREPLY[@]}\"; do echo \"$word\"; done";
    String[] line = new String[words.length + 4];
    line[0] = "--norc";
    line[1] = "-c";
    line[2] = script;
    line[3] = "bash";
    System.arraycopy(words, 0, line, 4, words.length);
    return run("bash", line);
  }

  @Test
  void bash_completesCommandsFlagsTypesEnvironmentsAndNames() throws Exception {
    assertEquals(List.of("generate", "get"), bash("secret", "ge"));
    assertEquals(List.of("add", "list", "remove"), bash("secret", "reader", ""));
    assertEquals(List.of("--reveal"), bash("secret", "get", "--r"));
    assertEquals(List.of("preview", "prod"), bash("secret", "get", "--type", "pr"));
    assertEquals(List.of("eu-west"), bash("secret", "get", "--env", ""));
    assertEquals(List.of("SmtpPassword", "StripeKey"), bash("secret", "get", "--type", "dev", "S"));
  }

  @Test
  void bash_takesWordsApartAtEqualsSigns() throws Exception {
    assertEquals(List.of("preview", "prod"), bash("secret", "get", "--type", "=", "pr"));
    assertEquals(4, bash("secret", "get", "--type", "=").size());
    assertEquals(List.of("StripeKey"), bash("secret", "get", "--type", "=", "dev", "St"));
  }

  @Test
  void bash_completesFilesAndPrograms() throws Exception {
    assertEquals(List.of("dev file.env"), bash("secret", "import", "--type", "dev", "dev"));
    assertEquals(
        List.of("true"),
        bash("secret", "run", "--type", "dev", "--", "tru").stream()
            .filter("true"::equals)
            .distinct()
            .toList());
  }

  @Test
  void zsh_readsTheScriptAndOffersWordsWithDescriptions() throws Exception {
    String script =
        "compdef() { :; }; _describe() { print -rl -- \"${(@P)argv[-1]}\"; };"
            + " source <(secret completion zsh); words=(\"$@\"); CURRENT=$#; _secret";
    assertEquals(
        List.of("SmtpPassword:mail", "StripeKey"),
        run("zsh", "-f", "-c", script, "zsh", "secret", "get", "--type", "dev", "S"));
    assertEquals(
        List.of("preview", "prod"),
        run("zsh", "-f", "-c", script, "zsh", "secret", "get", "--type", "pr"));
    assertEquals(
        List.of("add", "list", "remove"),
        run("zsh", "-f", "-c", script, "zsh", "secret", "reader", "").stream()
            .map(line -> line.split(":", 2)[0])
            .toList());
  }

  @Test
  void fish_asksTheCommand() throws Exception {
    String script = "secret completion fish | source; complete -C ";
    assertEquals(
        List.of("SmtpPassword\tmail", "StripeKey"),
        run("fish", "--no-config", "-c", script + "'secret get --type dev S'"));
    assertEquals(
        List.of("preview", "prod"),
        run("fish", "--no-config", "-c", script + "'secret get --type pr'"));
    assertEquals(
        List.of("--type=preview", "--type=prod"),
        run("fish", "--no-config", "-c", script + "'secret get --type=pr'"));
  }
}
