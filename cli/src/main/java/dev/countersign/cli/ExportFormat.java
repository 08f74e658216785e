package dev.countersign.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values so that one kind of program reads back exactly those. */
abstract class ExportFormat {
  static final List<String> IDS =
      List.of(
          "dotenv", "json", "yaml", "properties", "shell", "docker", "k8s", "github", "systemd");

  /**
   * Returns the format of a name.
   *
   * @param label what the whole is called where the format has a place for that
   */
  static ExportFormat named(String id, String label) throws Failure {
    return switch (id) {
      case "dotenv" -> new DotenvExport();
      case "json" -> new JsonExport();
      case "yaml" -> new YamlExport();
      case "properties" -> new PropertiesExport();
      case "shell" -> new ShellExport();
      case "docker" -> new DockerExport();
      case "k8s" -> new KubernetesExport(label);
      case "github" -> new GitHubExport();
      case "systemd" -> new SystemdExport();
      default -> throw Failure.usage(Text.unknown(id, "a format", IDS));
    };
  }

  /** Returns why the format cannot carry a value, as the end of a sentence, or null if it can. */
  abstract @Nullable String problem(ExportedValue value);

  /** Returns the whole text. Asked only when there is no problem. */
  abstract String text(List<ExportedValue> values);

  /** Returns the text of a value that was found to be one. */
  static String plain(ExportedValue value) {
    String text = value.text();
    if (text == null) {
      throw new IllegalArgumentException(value.name() + " is not text");
    }
    return text;
  }

  /** Returns why a value cannot stand in a text at all, or null. */
  static @Nullable String problemOfText(ExportedValue value) {
    return value.text() == null ? "is not UTF-8 text" : null;
  }

  /** Returns why a value cannot stand in a text that becomes a process variable, or null. */
  static @Nullable String problemOfVariable(ExportedValue value) {
    String problem = problemOfText(value);
    return problem == null ? value.problemOfVariable() : problem;
  }
}
