package dev.countersign.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats of files that are imported. */
enum ImportFormat {
  DOTENV("dotenv") {
    @Override
    List<ImportedValue> read(ImportedText text, boolean leniently) throws Failure {
      return DotenvImport.read(text, leniently);
    }
  },
  JSON("json") {
    @Override
    List<ImportedValue> read(ImportedText text, boolean leniently) throws Failure {
      return JsonImport.read(text);
    }
  },
  PROPERTIES("properties") {
    @Override
    List<ImportedValue> read(ImportedText text, boolean leniently) throws Failure {
      return PropertiesImport.read(text);
    }
  },
  YAML("yaml") {
    @Override
    List<ImportedValue> read(ImportedText text, boolean leniently) throws Failure {
      return YamlImport.read(text);
    }
  };

  static final List<String> IDS = List.of("dotenv", "json", "properties", "yaml");
  static final String ALL = String.join(", ", IDS);

  private final String id;

  ImportFormat(String id) {
    this.id = id;
  }

  /** Returns the entries in their order; what is wrong with single ones, the text is told. */
  abstract List<ImportedValue> read(ImportedText text, boolean leniently) throws Failure;

  /** Returns the format of that name. */
  static ImportFormat named(String name) throws Failure {
    for (ImportFormat format : values()) {
      if (format.id.equals(name)) {
        return format;
      }
    }
    throw Failure.usage(Text.unknown(name, "a format", IDS));
  }

  /** Returns the format that a file's name tells, or null if it tells none. */
  static @Nullable ImportFormat of(String fileName) {
    if (fileName.endsWith(".json")) {
      return JSON;
    }
    if (fileName.endsWith(".properties")) {
      return PROPERTIES;
    }
    if (fileName.endsWith(".yaml") || fileName.endsWith(".yml")) {
      return YAML;
    }
    boolean dotenv = fileName.endsWith(".env") || fileName.startsWith(".env.");
    return dotenv || fileName.endsWith(".secrets.local") ? DOTENV : null;
  }
}
