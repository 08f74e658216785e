package dev.countersign.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a manifest of Kubernetes says of the one container of a job. */
record Pod(Map<String, Object> specification) {
  static Pod read(Path file) throws IOException {
    Map<String, Object> job = parse(Files.readString(file));
    Map<String, Object> pod = map(map(job, "spec"), "jobTemplate");
    return new Pod(map(map(map(pod, "spec"), "template"), "spec"));
  }

  static Map<String, Object> parse(String yaml) {
    return cast(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    for (Map<String, Object> each : list(container(), "env")) {
      variables.put((String) each.get("name"), (String) each.get("value"));
    }
    return variables;
  }

  /** Returns where each Secret is mounted whole, by its name. */
  Map<String, String> mounts() {
    Map<Object, String> volumes = new TreeMap<>();
    for (Map<String, Object> each : list(specification, "volumes")) {
      volumes.put(each.get("name"), (String) map(each, "secret").get("secretName"));
    }
    Map<String, String> mounts = new TreeMap<>();
    for (Map<String, Object> each : list(container(), "volumeMounts")) {
      if (each.containsKey("subPath")) {
        throw new IllegalArgumentException("it would never change: " + each);
      }
      mounts.put(volumes.get(each.get("name")), (String) each.get("mountPath"));
    }
    return mounts;
  }

  Object user() {
    return map(specification, "securityContext").get("runAsUser");
  }

  private Map<String, Object> container() {
    return list(specification, "containers").get(0);
  }

  static Map<String, Object> map(Map<String, Object> from, String key) {
    return cast(from.get(key));
  }

  private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
    return cast(from.get(key));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
