package dev.countersign.runtime.manifest;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Format;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the declarations of a manifest. */
final class DeclarationsParser {
  private final JsonObject json;

  DeclarationsParser(JsonObject json) {
    this.json = json;
  }

  Declarations read() throws ManifestFormatException {
    return new Declarations(
        json.text("application"), secrets(), environments(), json.texts("directories"));
  }

  private Map<String, EnvironmentType> environments() throws ManifestFormatException {
    Map<String, EnvironmentType> environments = new TreeMap<>();
    JsonObject named = json.object("environments");
    for (String name : named.keys()) {
      environments.put(name, type(named.text(name), named, name));
    }
    return environments;
  }

  private Map<SecretName, Declaration> secrets() throws ManifestFormatException {
    Map<SecretName, Declaration> secrets = new TreeMap<>();
    JsonObject declared = json.object("secrets");
    for (String key : declared.keys()) {
      if (!SecretName.isValid(key)) {
        throw declared.isNot(key, "a secret name");
      }
      SecretName name = new SecretName(key);
      secrets.put(name, declaration(name, declared.object(key)));
    }
    return secrets;
  }

  private static Declaration declaration(SecretName name, JsonObject one)
      throws ManifestFormatException {
    return new Declaration(
        name,
        one.textOrNull("description"),
        one.texts("env"),
        one.has("types") ? types(one, "types") : Set.of(EnvironmentType.values()),
        one.textOrNull("pattern"),
        minVersions(one.object("minVersions")),
        format(one),
        one.flag("optional"),
        types(one, "external"),
        one.has("directory") ? one.text("directory") : "");
  }

  private static Set<EnvironmentType> types(JsonObject one, String key)
      throws ManifestFormatException {
    Set<EnvironmentType> types = new TreeSet<>();
    for (String text : one.texts(key)) {
      types.add(type(text, one, key));
    }
    return types;
  }

  private static Map<EnvironmentType, Integer> minVersions(JsonObject versions)
      throws ManifestFormatException {
    Map<EnvironmentType, Integer> all = new TreeMap<>();
    for (String key : versions.keys()) {
      all.put(type(key, versions, key), versions.number(key));
    }
    return all;
  }

  private static EnvironmentType type(String text, JsonObject one, String key)
      throws ManifestFormatException {
    EnvironmentType type = EnvironmentType.find(text);
    if (type == null) {
      throw one.isNot(key, "an environment type");
    }
    return type;
  }

  private static Format format(JsonObject one) throws ManifestFormatException {
    Format format = one.has("format") ? Format.find(one.text("format")) : Format.TEXT;
    if (format == null) {
      throw one.isNot("format", "one that this version knows");
    }
    return format;
  }
}
