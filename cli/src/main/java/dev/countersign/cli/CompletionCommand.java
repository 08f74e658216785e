package dev.countersign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints the script that has a shell ask {@code secret complete}. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");
  private static final Parameter SHELL =
      Parameter.required("SHELL", String.join(", ", SHELLS)).of(Words.oneOf(SHELLS));

  @Override
  public Syntax syntax() {
    return Syntax.of("completion", "print a script that completes commands, flags and names")
        .parameter(SHELL)
        .detail(
            """
            bash  in ~/.bashrc:                    source <(secret completion bash)
            zsh   in ~/.zshrc, after compinit:     source <(secret completion zsh)
            fish  in ~/.config/fish/config.fish:   secret completion fish | source""")
        .detail(
            """
            What may stand at a place is asked of secret itself each time: names are those of the
            project that the line works on.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure {
    String shell = arguments.get(SHELL);
    if (!SHELLS.contains(shell)) {
      throw Failure.usage("SHELL is one of " + SHELL.description());
    }
    context.out().print(script(shell));
    return ExitStatus.DONE;
  }

  private static String script(String shell) throws Failure {
    String name = "secret." + shell;
    try (InputStream in = CompletionCommand.class.getResourceAsStream(name)) {
      if (in != null) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      // as if it were not there
    }
    throw Failure.unusable(name + " is not in this build of secret\n  fix: install it again");
  }
}
