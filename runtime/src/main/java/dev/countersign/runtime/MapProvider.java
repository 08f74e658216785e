package dev.countersign.runtime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers from a map given in code. */
final class MapProvider implements SecretProvider {
  static final String SOURCE = "map";

  private final Map<String, String> values = new TreeMap<>();
  private final String place;

  MapProvider(Map<String, String> values, String place) {
    this.place = place;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      this.values.put(new SecretName(entry.getKey()).value(), entry.getValue());
    }
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    String value = values.get(request.name());
    return value == null
        ? null
        : SecretValue.opened(request.name(), SOURCE, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return SOURCE;
  }

  @Override
  public List<String> sources(SecretRequest request) {
    return List.of(place);
  }
}
