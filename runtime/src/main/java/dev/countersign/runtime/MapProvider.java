package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers from a map given in code. */
final class MapProvider implements SecretProvider {
  private final Map<SecretName, String> values = new TreeMap<>();

  MapProvider(Map<String, String> values) {
    for (Map.Entry<String, String> entry : values.entrySet()) {
      this.values.put(new SecretName(entry.getKey()), entry.getValue());
    }
  }

  @Override
  public @Nullable SecretValue find(Declaration declaration) {
    String value = values.get(declaration.name());
    return value == null
        ? null
        : SecretValue.opened(
            declaration.name().value(), "map", value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void addSources(Declaration declaration, List<String> asked) {
    asked.add("the map given to Secrets.of");
  }
}
