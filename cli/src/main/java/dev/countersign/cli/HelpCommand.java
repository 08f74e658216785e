package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Shows what there is, or what one command takes. */
final class HelpCommand implements Command {
  static final String PURPOSE =
      """
      Secrets of a Java service: declared in secrets.toml, sealed below secrets/,
      checked by the compiler and before a deployment.""";

  private static final Parameter COMMAND =
      Parameter.anyNumber("COMMAND", "the command to explain; without it, all are listed")
          .of(Words.COMMAND);

  @Override
  public Syntax syntax() {
    return Syntax.of("help", "show what there is, or what one command takes")
        .parameter(COMMAND)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure {
    List<String> words = arguments.all(COMMAND);
    context.out().print(words.isEmpty() ? overview() : page(words));
    return ExitStatus.DONE;
  }

  private static String page(List<String> words) throws Failure {
    return Help.page(CommandLine.find(words).command().syntax());
  }

  /** Returns the page that lists every command. */
  static String overview() {
    StringBuilder page = new StringBuilder("usage: secret [-C DIR] COMMAND …\n\n");
    page.append(PURPOSE).append("\n\n");
    List<String[]> rows = new ArrayList<>();
    for (String name : Commands.NAMES) {
      Command command = Objects.requireNonNull(Commands.find(name), name);
      rows.add(new String[] {name, command.syntax().summary()});
    }
    Help.appendRows(page, rows);
    page.append("\nsecret help COMMAND tells more; secret --version tells the version.\n");
    page.append("exit status: 0 done, 1 the answer is no, 2 usage,");
    page.append(" 3 the store, a key or a file could not be used\n");
    return page.toString();
  }

  /** Returns the version that the jar's manifest names. */
  static String version() {
    String version = HelpCommand.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
