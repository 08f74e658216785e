package dev.countersign.cli;

/** Prints what may stand at the end of a line, for the scripts of {@code secret completion}. */
final class CompleteCommand implements Command {
  private static final Parameter WORDS =
      Parameter.anyNumber("WORD", "the words after secret, the one to complete last");

  @Override
  public Syntax syntax() {
    return Syntax.of("complete", "print what may stand at the end of a line, for shells")
        .parameter(WORDS)
        .detail(
            """
            A line for each word, with a tab and a description where there is one; or :file,
            :directory or :program, for the shell to go on with.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) {
    for (String line : new Completion(context).complete(arguments.all(WORDS))) {
      context.out().println(line);
    }
    return ExitStatus.DONE;
  }
}
