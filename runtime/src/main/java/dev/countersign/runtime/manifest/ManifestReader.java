package dev.countersign.runtime.manifest;

import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;

/** Reads a manifest, and refuses one whose format this version does not know. */
final class ManifestReader {
  /** Rises when a reader that passes over what it does not know would go wrong. */
  static final int FORMAT = 1;

  private ManifestReader() {}

  static Manifest read(String origin, String text) throws ManifestFormatException {
    JsonObject json = JsonObject.read(origin, text);
    int format = json.number("format");
    if (format > FORMAT) {
      throw new ManifestFormatException(
          origin
              + ": made by a newer Countersign (format "
              + format
              + ", this one reads "
              + FORMAT
              + "); use the countersign-runtime and secret of its version");
    }
    return new Manifest(
        json.text("id"), new DeclarationsParser(json).read(), json.text("digest"), classes(json));
  }

  private static List<SecretClass> classes(JsonObject json) throws ManifestFormatException {
    List<SecretClass> classes = new ArrayList<>();
    for (JsonObject one : json.objects("classes")) {
      classes.add(new SecretClass(one.text("name"), kind(one), one.text("module"), uses(one)));
    }
    return classes;
  }

  private static SecretClass.Kind kind(JsonObject json) throws ManifestFormatException {
    SecretClass.Kind kind = SecretClass.Kind.find(json.text("kind"));
    if (kind == null) {
      throw json.isNot("kind", "one that this version knows");
    }
    return kind;
  }

  private static List<SecretUse> uses(JsonObject json) throws ManifestFormatException {
    List<SecretUse> uses = new ArrayList<>();
    for (JsonObject one : json.objects("uses")) {
      uses.add(
          new SecretUse(
              name(one),
              one.text("member"),
              one.text("type"),
              one.flag("optional"),
              one.flag("static")));
    }
    return uses;
  }

  private static SecretName name(JsonObject json) throws ManifestFormatException {
    String name = json.text("secret");
    if (!SecretName.isValid(name)) {
      throw json.isNot("secret", "a secret name");
    }
    return new SecretName(name);
  }
}
