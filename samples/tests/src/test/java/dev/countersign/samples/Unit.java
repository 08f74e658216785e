package dev.countersign.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of systemd's: settings, of which some are given more than once. */
record Unit(Map<String, List<String>> settings) {
  static Unit read(Path file) throws IOException {
    Map<String, List<String>> settings = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        String name = line.substring(0, equals);
        settings.computeIfAbsent(name, key -> new ArrayList<>()).add(line.substring(equals + 1));
      }
    }
    return new Unit(settings);
  }

  /** Returns a setting's values, each of which has two parts. */
  Map<String, String> pairs(String setting, char separator) {
    Map<String, String> pairs = new TreeMap<>();
    for (String value : settings.getOrDefault(setting, List.of())) {
      int end = value.indexOf(separator);
      pairs.put(value.substring(0, end), value.substring(end + 1));
    }
    return pairs;
  }
}
