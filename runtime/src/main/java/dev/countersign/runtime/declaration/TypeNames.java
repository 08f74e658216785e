package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names of environment types, and reports those that are none. */
final class TypeNames {
  private TypeNames() {}

  /** Returns the type that a text names, or reports it and returns null. */
  static @Nullable EnvironmentType read(String text, Place place, Section section) {
    EnvironmentType type = EnvironmentType.find(text);
    if (type == null) {
      String fact = "\"" + text + "\" is not an environment type";
      section.report(place, Unknown.message(fact, text, known()));
    }
    return type;
  }

  /** Returns the types that a key lists. */
  static Set<EnvironmentType> readAll(Section section, String key) {
    Set<EnvironmentType> types = EnumSet.noneOf(EnvironmentType.class);
    for (Located<String> text : section.texts(key, "[\"prod\", \"dev\"]")) {
      EnvironmentType type = read(text.value(), text.place(), section);
      if (type != null && !types.add(type)) {
        section.report(text.place(), key + " lists " + type + " twice: remove one");
      }
    }
    return types;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      known.add(type.id());
    }
    return known;
  }
}
