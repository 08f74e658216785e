package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands below {@code [secrets.NAME]}. */
final class SecretReader {
  private static final List<String> KEYS =
      List.of(
          "description",
          "env",
          "types",
          "pattern",
          "min-version",
          "format",
          "optional",
          "external");

  private final Section section;

  SecretReader(Section section) {
    this.section = section;
  }

  DeclaredSecret read(SecretName name, Place place, String directory) {
    section.allowOnly(KEYS);
    List<Located<String>> variables = variables();
    Set<EnvironmentType> types = types();
    Declaration declaration =
        new Declaration(
            name,
            section.text("description", "\"what it is for\""),
            values(variables),
            types,
            PatternRule.read(section),
            minVersions(),
            format(),
            section.flag("optional"),
            external(types),
            directory);
    return new DeclaredSecret(declaration, place, variables);
  }

  private List<Located<String>> variables() {
    List<Located<String>> variables = section.texts("env", "[\"GITHUB_API_TOKEN\"]");
    for (Located<String> variable : variables) {
      if (!SecretName.isValid(variable.value())) {
        String fact = "\"" + variable.value() + "\" is not the name of a process variable: ";
        section.report(variable.place(), fact + SecretName.RULE);
      }
    }
    return variables;
  }

  private Set<EnvironmentType> types() {
    if (!section.has("types")) {
      return EnumSet.allOf(EnvironmentType.class);
    }
    Set<EnvironmentType> types = TypeNames.readAll(section, "types");
    if (section.isEmptyList("types")) {
      section.report(
          section.place("types"), "types is empty: name one, or write optional = true instead");
    }
    return types;
  }

  private Set<EnvironmentType> external(Set<EnvironmentType> types) {
    Set<EnvironmentType> external = TypeNames.readAll(section, "external");
    for (EnvironmentType type : external) {
      if (!types.contains(type)) {
        section.report(
            section.place("external"),
            "external names " + type + ", where types does not require it: change one of them");
      }
    }
    return external;
  }

  private Map<EnvironmentType, Integer> minVersions() {
    Map<EnvironmentType, Integer> versions = new EnumMap<>(EnvironmentType.class);
    Section table = section.section("min-version", "{ prod = 4 }");
    if (table != null) {
      for (String key : table.keys()) {
        MinVersionRule.read(table, key, versions);
      }
    }
    return versions;
  }

  private Format format() {
    String text = section.text("format", "\"" + Format.URI + "\"");
    Format format = text == null ? Format.TEXT : Format.find(text);
    if (format == null) {
      section.report(
          section.valuePlace("format"),
          Unknown.message("\"" + text + "\" is not a format", String.valueOf(text), formats()));
    }
    return format == null ? Format.TEXT : format;
  }

  private static List<String> formats() {
    List<String> ids = new ArrayList<>();
    for (Format format : Format.values()) {
      ids.add(format.id());
    }
    return ids;
  }

  private static List<String> values(List<Located<String>> located) {
    List<String> values = new ArrayList<>();
    for (Located<String> one : located) {
      values.add(one.value());
    }
    return values;
  }
}
