package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words that may stand somewhere, each with a tab and what it is, where that is known. */
final class Candidates {
  private final Context context;

  Candidates(Context context) {
    this.context = context;
  }

  /** Returns the words of a kind, or what the shell is to find itself. */
  List<String> of(Words words) {
    return switch (words.kind()) {
      case FIXED -> words.fixed();
      case FILE -> List.of(":file");
      case DIRECTORY -> List.of(":directory");
      case SECRET, ENVIRONMENT, PLACE, READER -> ofProject(words.kind());
      case ANY, COMMAND, PROGRAM -> List.of();
    };
  }

  private List<String> ofProject(Words.Kind kind) {
    try {
      Workspace workspace = Workspace.open(context);
      return switch (kind) {
        case SECRET -> secrets(workspace);
        case READER -> readers(workspace);
        default -> environments(workspace, kind == Words.Kind.PLACE);
      };
    } catch (Failure | StoreException e) {
      return kind == Words.Kind.PLACE ? Targets.ids() : List.of();
    }
  }

  private static List<String> secrets(Workspace workspace) {
    List<String> lines = new ArrayList<>();
    for (Declaration declaration : workspace.declarations().secrets().values()) {
      lines.add(line(declaration.name().value(), declaration.description()));
    }
    return lines;
  }

  private static List<String> environments(Workspace workspace, boolean withTypes) {
    List<String> lines = withTypes ? Targets.ids() : new ArrayList<>();
    for (Map.Entry<String, EnvironmentType> entry :
        workspace.declarations().environments().entrySet()) {
      lines.add(line(entry.getKey(), "an environment of type " + entry.getValue()));
    }
    return lines;
  }

  private static List<String> readers(Workspace workspace) throws StoreException {
    TreeSet<String> names = new TreeSet<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      Keyring keyring = Keyring.read(workspace.store(), "", type);
      for (Reader reader : keyring == null ? List.<Reader>of() : keyring.readers()) {
        names.add(reader.name());
      }
    }
    return List.copyOf(names);
  }

  static List<String> options(List<Option> options) {
    List<String> lines = new ArrayList<>();
    for (Option option : options) {
      lines.add(line(option.name(), option.description()));
    }
    return lines;
  }

  /** Returns what may stand before a command. */
  static List<String> general() {
    return List.of(
        line(Syntax.DIRECTORY.name(), Syntax.DIRECTORY.description()),
        line(Syntax.HELP.name(), "list the commands"),
        line("--version", "tell the version"));
  }

  /** Returns the words that go on to a command: the first, or the second after a first. */
  static List<String> commands(List<String> before) {
    List<String> lines = new ArrayList<>();
    String start = before.isEmpty() ? "" : before.get(0) + " ";
    for (String name : before.size() > 1 ? List.<String>of() : Commands.NAMES) {
      if (name.startsWith(start)) {
        String rest = name.substring(start.length());
        int space = rest.indexOf(' ');
        String line = space < 0 ? line(rest, summary(name)) : rest.substring(0, space);
        if (!lines.contains(line)) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private static String summary(String name) {
    return Objects.requireNonNull(Commands.find(name), name).syntax().summary();
  }

  private static String line(String word, @Nullable String description) {
    return description == null || description.isBlank() ? word : word + "\t" + flat(description);
  }

  private static String flat(String description) {
    return description.replace('\n', ' ').replace('\t', ' ').replace('\r', ' ');
  }
}
