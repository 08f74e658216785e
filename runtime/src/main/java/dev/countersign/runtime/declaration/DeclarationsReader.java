package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tomlj.TomlParseResult;

/** Reads the text of one {@code secrets.toml}, and reports everything that is wrong with it. */
final class DeclarationsReader {
  private static final List<String> KEYS =
      List.of("application", "extends", "secrets", "environments");
  private static final DeclarationsFile NOTHING =
      new DeclarationsFile("", List.of(), List.of(), Map.of());

  private final Section section;
  private final String file;
  private final String directory;

  private DeclarationsReader(Section section, String file, String directory) {
    this.section = section;
    this.file = file;
    this.directory = directory;
  }

  /**
   * Reads a text. A text that is not TOML declares nothing: what its errors hide is not guessed at.
   *
   * @param directory where the file is, as {@link Declaration#directory()} has it
   */
  static DeclarationsFile read(String text, String directory, Problems problems) {
    String file = fileOf(directory);
    TomlParseResult toml = Syntax.parse(text, file, problems);
    return toml == null
        ? NOTHING
        : new DeclarationsReader(new Section(toml, file, problems), file, directory).read();
  }

  /** Returns the name by which messages know the file of a directory. */
  static String fileOf(String directory) {
    return directory.isEmpty() ? Project.FILE : directory + "/" + Project.FILE;
  }

  private DeclarationsFile read() {
    section.allowOnly(KEYS);
    return new DeclarationsFile(application(), extended(), secrets(), environments());
  }

  private String application() {
    String application = section.text("application", "\"payments\"");
    if (!section.has("application")) {
      section.report(
          new Place(file, 1, 1),
          "application is missing: begin the file with application = \"payments\" or the like");
    } else if (application != null && !ApplicationName.isValid(application)) {
      String fact = "\"" + application + "\" is not the name of an application: ";
      section.report(section.valuePlace("application"), fact + ApplicationName.RULE);
    }
    return application == null ? "" : application;
  }

  private List<Located<String>> extended() {
    return section.texts("extends", "[\"../shared\"]");
  }

  private List<DeclaredSecret> secrets() {
    List<DeclaredSecret> secrets = new ArrayList<>();
    Section all = section.section("secrets", "{ GitHubToken = {} }");
    if (all != null) {
      for (String name : all.keys()) {
        readSecret(name, all, secrets);
      }
    }
    return secrets;
  }

  private void readSecret(String name, Section all, List<DeclaredSecret> secrets) {
    Place place = all.place(name);
    Section one = all.section(name, "{ optional = true }");
    if (!SecretName.isValid(name)) {
      all.report(place, "\"" + name + "\" is not a secret name: " + SecretName.RULE);
    } else if (one != null) {
      secrets.add(new SecretReader(one).read(new SecretName(name), place, directory));
    }
  }

  private Map<String, Located<EnvironmentType>> environments() {
    Map<String, Located<EnvironmentType>> environments = new TreeMap<>();
    Section table = section.section("environments", "{ eu-west = \"prod\" }");
    if (table != null) {
      for (String name : table.keys()) {
        readEnvironment(name, table, environments);
      }
    }
    return environments;
  }

  private static void readEnvironment(
      String name, Section table, Map<String, Located<EnvironmentType>> environments) {
    String fault = EnvironmentRule.fault(name);
    if (fault != null) {
      table.report(table.place(name), fault);
    }
    String text = table.text(name, "\"prod\"");
    EnvironmentType type =
        text == null ? null : TypeNames.read(text, table.valuePlace(name), table);
    if (fault == null && type != null) {
      environments.put(name, new Located<>(type, table.place(name)));
    }
  }
}
