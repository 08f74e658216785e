package dev.countersign.processor;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.store.PackedLayout;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What GraalVM's {@code native-image} must be told, as it does not find it by itself: the resources
 * that are read, and what is asked for by a name that is no constant where it is asked for.
 *
 * <p>It does find the modules, which are services, and all that generated code names as Java does.
 *
 * @param id the module's id
 * @param application what a packed store is named after
 * @param types the classes to ask for by name, and of each the fields
 */
record Reachability(String id, String application, SortedMap<String, Set<String>> types) {
  /** As the builder wants it: a directory of the group's, and in it one of the artifact's. */
  private static final String DIRECTORY = "META-INF/native-image/dev.countersign/";

  private static final String FILE = "/reachability-metadata.json";

  static Reachability of(
      String id, Project project, List<SecretClass> classes, ReflectiveAccess access) {
    return new Reachability(id, project.declarations().application(), access.of(classes));
  }

  /** Returns where the file of a module is. */
  static String path(String id) {
    return DIRECTORY + id + FILE;
  }

  void write(ClassOutput output) {
    output.write(path(id), toJson());
  }

  String toJson() {
    JsonWriter json = new JsonWriter().begin('{');
    if (!types.isEmpty()) {
      json.key("reflection").begin('[');
      types.forEach((type, fields) -> write(json, type, fields));
      json.end();
    }
    json.key("resources").begin('[');
    write(json, ManifestWriter.path(id));
    write(json, PackedLayout.directory(application, "") + "**");
    return json.end().end().finish();
  }

  private static void write(JsonWriter json, String type, Set<String> fields) {
    json.element().begin('{').key("type").string(type);
    if (!fields.isEmpty()) {
      json.key("fields").begin('[');
      fields.forEach(field -> json.element().begin('{').key("name").string(field).end());
      json.end();
    }
    json.end();
  }

  private static void write(JsonWriter json, String glob) {
    json.element().begin('{').key("glob").string(glob).end();
  }
}
