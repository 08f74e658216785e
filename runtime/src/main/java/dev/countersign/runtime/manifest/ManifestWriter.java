package dev.countersign.runtime.manifest;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Format;
import dev.countersign.runtime.json.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a manifest. What is the default of a declaration is left out. */
final class ManifestWriter {
  private final JsonWriter json = new JsonWriter();

  String write(Manifest manifest) {
    json.begin('{');
    json.key("format").number(ManifestReader.FORMAT);
    json.key("id").string(manifest.id());
    json.key("digest").string(manifest.digest());
    writeDeclarations(manifest.declarations());
    json.key("classes").begin('[');
    for (SecretClass secretClass : manifest.classes()) {
      writeClass(secretClass);
    }
    json.end();
    return json.end().finish();
  }

  private void writeDeclarations(Declarations declarations) {
    json.key("application").string(declarations.application());
    json.key("directories").strings(declarations.directories());
    json.key("environments").begin('{');
    for (Map.Entry<String, EnvironmentType> named : declarations.environments().entrySet()) {
      json.key(named.getKey()).string(named.getValue().id());
    }
    json.end();
    json.key("secrets").begin('{');
    for (Declaration declaration : declarations.secrets().values()) {
      json.key(declaration.name().value()).begin('{');
      writeDeclaration(declaration);
      json.end();
    }
    json.end();
  }

  private void writeDeclaration(Declaration declaration) {
    writeText("description", declaration.description());
    if (!declaration.env().isEmpty()) {
      json.key("env").strings(declaration.env());
    }
    if (declaration.types().size() < EnvironmentType.values().length) {
      json.key("types").strings(declaration.types());
    }
    writeText("pattern", declaration.pattern());
    writeMinVersions(declaration.minVersions());
    writeText("format", declaration.format() == Format.TEXT ? null : declaration.format().id());
    if (declaration.optional()) {
      json.key("optional").flag(true);
    }
    if (!declaration.external().isEmpty()) {
      json.key("external").strings(declaration.external());
    }
    writeText("directory", declaration.directory().isEmpty() ? null : declaration.directory());
  }

  private void writeText(String key, @Nullable String text) {
    if (text != null) {
      json.key(key).string(text);
    }
  }

  private void writeMinVersions(Map<EnvironmentType, Integer> versions) {
    if (versions.isEmpty()) {
      return;
    }
    json.key("minVersions").begin('{');
    for (Map.Entry<EnvironmentType, Integer> version : versions.entrySet()) {
      json.key(version.getKey().id()).number(version.getValue());
    }
    json.end();
  }

  private void writeClass(SecretClass secretClass) {
    json.element().begin('{');
    json.key("name").string(secretClass.name());
    json.key("kind").string(secretClass.kind().id());
    json.key("module").string(secretClass.module());
    json.key("uses").begin('[');
    for (SecretUse use : secretClass.uses()) {
      writeUse(use);
    }
    json.end().end();
  }

  private void writeUse(SecretUse use) {
    json.element().begin('{');
    json.key("secret").string(use.name().value());
    json.key("member").string(use.member());
    json.key("type").string(use.type());
    json.key("optional").flag(use.optional());
    json.key("static").flag(use.isStatic());
    json.end();
  }
}
