package dev.countersign.cli;

import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the command that a line names, runs it, and tells how it failed. */
final class Dispatcher {
  private @Nullable Syntax chosen;

  /** Runs a line and returns the exit status. Everything a user is told of a failure is here. */
  int run(List<String> words, Context context) {
    try {
      return dispatch(words, context);
    } catch (Failure failure) {
      return tell(failure, context);
    } catch (StoreException | DotenvFormatException e) {
      return tell(Failure.unusable(String.valueOf(e.getMessage())), context);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError fault) {
      context.err().println("secret: " + Fault.describe(fault));
      return ExitStatus.UNUSABLE;
    }
  }

  private int dispatch(List<String> words, Context context)
      throws Failure, StoreException, DotenvFormatException {
    if (words.isEmpty()) {
      context.err().print(HelpCommand.overview());
      return ExitStatus.USAGE;
    }
    return switch (words.get(0)) {
      case "-C" -> inDirectory(words, context);
      case "-h", "--help" -> print(HelpCommand.overview(), context);
      case "--version" -> print("secret " + HelpCommand.version() + "\n", context);
      default -> run(CommandLine.find(words), context);
    };
  }

  private static int print(String text, Context context) {
    context.out().print(text);
    return ExitStatus.DONE;
  }

  private int inDirectory(List<String> words, Context context)
      throws Failure, StoreException, DotenvFormatException {
    if (words.size() < 2) {
      throw Failure.refused("-C lacks its argument: " + Syntax.DIRECTORY.label());
    }
    return dispatch(words.subList(2, words.size()), context.in(directory(words.get(1), context)));
  }

  private int run(CommandLine line, Context context)
      throws Failure, StoreException, DotenvFormatException {
    Command command = line.command();
    Syntax syntax = command.syntax();
    chosen = syntax;
    Arguments arguments = ArgumentParser.parse(syntax, line.rest());
    if (arguments.has(Syntax.HELP)) {
      return print(Help.page(syntax), context);
    }
    String directory = arguments.find(Syntax.DIRECTORY);
    return command.run(
        arguments, directory == null ? context : context.in(directory(directory, context)));
  }

  private static Path directory(String text, Context context) throws Failure {
    Path directory = Paths.resolve(context.directory(), text);
    if (!Files.isDirectory(directory)) {
      throw Failure.unusable("-C " + text + " is not a directory\n  fix: name one that is there");
    }
    return directory;
  }

  private int tell(Failure failure, Context context) {
    context.out().flush();
    context.err().println("secret: " + failure.getMessage());
    if (failure.isMisspoken() && chosen != null) {
      context.err().println(Help.usage(chosen));
    }
    return failure.status();
  }
}
