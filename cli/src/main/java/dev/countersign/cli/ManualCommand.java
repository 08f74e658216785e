package dev.countersign.cli;

/** Prints the manual page, for the build of the distribution. */
final class ManualCommand implements Command {
  private static final Parameter VERSION =
      Parameter.optional("VERSION", "the version to name; by default this one's");

  @Override
  public Syntax syntax() {
    return Syntax.of("manual", "print the manual page secret(1), in roff")
        .parameter(VERSION)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) {
    String version =
        arguments.all(VERSION).isEmpty() ? HelpCommand.version() : arguments.get(VERSION);
    context.out().print(ManualPage.of(version));
    return ExitStatus.DONE;
  }
}
