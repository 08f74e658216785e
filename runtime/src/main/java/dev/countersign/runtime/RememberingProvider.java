package dev.countersign.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives for ever what a provider answered first: a snapshot changes no more. A failure is no
 * answer; the provider is then asked again.
 */
final class RememberingProvider implements SecretProvider {
  private final SecretProvider provider;
  private final Map<String, Optional<SecretValue>> answers = new ConcurrentHashMap<>();

  RememberingProvider(SecretProvider provider) {
    this.provider = provider;
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    Optional<SecretValue> answer = answers.get(request.name());
    if (answer == null) {
      answer = remember(request.name(), Optional.ofNullable(provider.find(request)));
    }
    return answer.isEmpty() ? null : answer.get().twin();
  }

  private Optional<SecretValue> remember(String name, Optional<SecretValue> answer) {
    Optional<SecretValue> first = answers.putIfAbsent(name, answer);
    return first == null ? answer : first;
  }

  /** Wipes what it remembers; for a snapshot that nobody was given. */
  void wipe() {
    for (Optional<SecretValue> answer : answers.values()) {
      if (answer.isPresent()) {
        answer.get().close();
      }
    }
    answers.clear();
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public int ordinal() {
    return provider.ordinal();
  }

  @Override
  public List<String> sources(SecretRequest request) {
    return provider.sources(request);
  }
}
