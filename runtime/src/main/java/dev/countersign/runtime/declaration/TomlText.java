package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;
import org.tomlj.TomlValue;

/** Writes a declaration as TOML; what is the default is left out. */
final class TomlText {
  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String LETTERS = "btnfr\"\\";

  private TomlText() {}

  static MutableTomlTable of(Declaration declaration) {
    MutableTomlTable table = MutableTomlTable.create();
    setText(table, "description", declaration.description());
    setList(table, "env", declaration.env());
    if (!declaration.types().equals(EnumSet.allOf(EnvironmentType.class))) {
      setList(table, "types", declaration.types());
    }
    setText(table, "pattern", declaration.pattern());
    if (!declaration.minVersions().isEmpty()) {
      table.set(List.of("min-version"), versions(declaration.minVersions()));
    }
    if (declaration.format() != Format.TEXT) {
      setText(table, "format", declaration.format().id());
    }
    if (declaration.optional()) {
      table.set(List.of("optional"), true);
    }
    setList(table, "external", declaration.external());
    return table;
  }

  private static void setText(MutableTomlTable table, String key, @Nullable String text) {
    if (text != null) {
      table.set(List.of(key), TomlValue.parse(quoted(text)));
    }
  }

  private static void setList(MutableTomlTable table, String key, Collection<?> values) {
    if (!values.isEmpty()) {
      MutableTomlArray array = MutableTomlArray.create();
      values.forEach(value -> array.add(value.toString()));
      table.set(List.of(key), array);
    }
  }

  private static MutableTomlTable versions(Map<EnvironmentType, Integer> versions) {
    MutableTomlTable table = MutableTomlTable.createInline();
    versions.forEach((type, version) -> table.set(List.of(type.id()), version.longValue()));
    return table;
  }

  /** Returns a basic string of one line, whatever the text holds. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = ESCAPED.indexOf(c);
      if (escape >= 0) {
        quoted.append('\\').append(LETTERS.charAt(escape));
      } else if (c < ' ' || c == 0x7F) {
        quoted.append(String.format("\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
