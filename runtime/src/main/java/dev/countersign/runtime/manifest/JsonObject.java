package dev.countersign.runtime.manifest;

import dev.countersign.runtime.json.JsonFormatException;
import dev.countersign.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a manifest, read by type. Keys that nobody asks for are passed over. */
final class JsonObject {
  private final String origin;
  private final String path;
  private final Map<?, ?> members;

  private JsonObject(String origin, String path, Map<?, ?> members) {
    this.origin = origin;
    this.path = path;
    this.members = members;
  }

  /** Reads a text that holds one object. */
  static JsonObject read(String origin, String text) throws ManifestFormatException {
    if (parse(origin, text) instanceof Map<?, ?> members) {
      return new JsonObject(origin, "", members);
    }
    throw new ManifestFormatException(origin + ": this is not a manifest; compile again");
  }

  private static @Nullable Object parse(String origin, String text) throws ManifestFormatException {
    try {
      return JsonReader.read(text);
    } catch (JsonFormatException e) {
      String place = origin + ":" + e.line() + ":" + e.column() + ": ";
      throw new ManifestFormatException(place + e.getMessage() + "; compile again");
    }
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Object key : members.keySet()) {
      keys.add(String.valueOf(key));
    }
    return keys;
  }

  boolean has(String key) {
    return members.get(key) != null;
  }

  String text(String key) throws ManifestFormatException {
    if (members.get(key) instanceof String text) {
      return text;
    }
    throw isNot(key, "a string");
  }

  @Nullable String textOrNull(String key) throws ManifestFormatException {
    return has(key) ? text(key) : null;
  }

  boolean flag(String key) throws ManifestFormatException {
    if (!has(key)) {
      return false;
    }
    if (members.get(key) instanceof Boolean flag) {
      return flag;
    }
    throw isNot(key, "true or false");
  }

  int number(String key) throws ManifestFormatException {
    if (members.get(key) instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw isNot(key, "a number from 1 to " + Integer.MAX_VALUE);
  }

  /** Returns an object; where the key is absent, one without members. */
  JsonObject object(String key) throws ManifestFormatException {
    return has(key) ? object(members.get(key), key) : new JsonObject(origin, path, Map.of());
  }

  List<JsonObject> objects(String key) throws ManifestFormatException {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : array(key)) {
      objects.add(object(element, key));
    }
    return objects;
  }

  List<String> texts(String key) throws ManifestFormatException {
    List<String> texts = new ArrayList<>();
    for (Object element : array(key)) {
      if (!(element instanceof String text)) {
        throw isNot(key, "a list of strings");
      }
      texts.add(text);
    }
    return texts;
  }

  /** Returns the fault that a key's value is none of what it should be. */
  ManifestFormatException isNot(String key, String kind) {
    return new ManifestFormatException(
        origin + ": " + path + key + " is not " + kind + "; compile again");
  }

  private JsonObject object(@Nullable Object value, String key) throws ManifestFormatException {
    if (value instanceof Map<?, ?> inner) {
      return new JsonObject(origin, path + key + ".", inner);
    }
    throw isNot(key, "an object");
  }

  private List<?> array(String key) throws ManifestFormatException {
    if (!has(key)) {
      return List.of();
    }
    if (members.get(key) instanceof List<?> list) {
      return list;
    }
    throw isNot(key, "a list");
  }
}
