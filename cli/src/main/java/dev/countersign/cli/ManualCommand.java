package dev.countersign.cli;

/** Prints the manual page, for the build of the distribution. */
final class ManualCommand implements Command {
  private static final Parameter VERSION =
      Parameter.optional("VERSION", "the version to name; by default this one's");
  private static final Parameter TIME = Parameter.optional("TIME", "when it was made, in ISO 8601");
  private static final int DATE = "2026-11-01".length();

  @Override
  public Syntax syntax() {
    return Syntax.of("manual", "print the manual page secret(1), in roff")
        .parameter(VERSION)
        .parameter(TIME)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) {
    String version =
        arguments.all(VERSION).isEmpty() ? HelpCommand.version() : arguments.get(VERSION);
    String time = arguments.all(TIME).isEmpty() ? "" : arguments.get(TIME);
    context.out().print(ManualPage.of(version, time.substring(0, Math.min(DATE, time.length()))));
    return ExitStatus.DONE;
  }
}
