package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every command there is, by name. A command's class is loaded only when it is chosen. */
final class Commands {
  /** The names in the order that help lists them. */
  static final List<String> NAMES =
      List.of(
          "init",
          "declare",
          "undeclare",
          "set",
          "unset",
          "get",
          "list",
          "explain",
          "diff",
          "generate",
          "copy",
          "rename",
          "import",
          "export",
          "run",
          "check",
          "verify",
          "resolve",
          "merge-driver",
          "reader add",
          "reader remove",
          "reader list",
          "rekey",
          "identity new",
          "identity show",
          "doctor",
          "completion",
          "help");

  /** Those that programs call and people do not, so that help leaves them out. */
  static final List<String> HIDDEN = List.of("complete", "manual");

  private Commands() {}

  /** Returns a command by its name, or null if there is none of that name. */
  static @Nullable Command find(String name) {
    return switch (name) {
      case "init" -> new InitCommand();
      case "declare" -> new DeclareCommand();
      case "undeclare" -> new UndeclareCommand();
      case "set" -> new SetCommand();
      case "unset" -> new UnsetCommand();
      case "get" -> new GetCommand();
      case "list" -> new ListCommand();
      case "diff" -> new DiffCommand();
      case "copy" -> new CopyCommand();
      case "rename" -> new RenameCommand();
      case "generate" -> new GenerateCommand();
      case "import" -> new ImportCommand();
      case "export" -> new ExportCommand();
      case "explain" -> new ExplainCommand();
      case "run" -> new RunCommand();
      case "check" -> new CheckCommand();
      case "verify" -> new VerifyCommand();
      case "resolve" -> new ResolveCommand();
      case "merge-driver" -> new MergeDriverCommand();
      case "reader add" -> new ReaderAddCommand();
      case "reader remove" -> new ReaderRemoveCommand();
      case "rekey" -> new RekeyCommand();
      case "reader list" -> new ReaderListCommand();
      case "identity new" -> new IdentityNewCommand();
      case "identity show" -> new IdentityShowCommand();
      case "doctor" -> new DoctorCommand();
      case "manual" -> new ManualCommand();
      case "completion" -> new CompletionCommand();
      case "complete" -> new CompleteCommand();
      case "help" -> new HelpCommand();
      default -> null;
    };
  }

  /** Returns the commands of a group: {@code identity show} for {@code identity}. */
  static List<String> inGroup(String first) {
    List<String> names = new ArrayList<>();
    for (String name : NAMES) {
      if (name.startsWith(first + " ")) {
        names.add(name);
      }
    }
    return names;
  }
}
