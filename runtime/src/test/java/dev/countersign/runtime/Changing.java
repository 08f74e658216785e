package dev.countersign.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vault whose values a test changes. */
final class Changing implements SecretProvider {
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private volatile Throwable trouble;

  static Changing of(String name, String value) {
    return new Changing().set(name, value);
  }

  Changing set(String name, String value) {
    values.put(name, value);
    return this;
  }

  void remove(String name) {
    values.remove(name);
  }

  /** From now on it throws; null ends that. */
  void fail(Throwable thrown) {
    trouble = thrown;
  }

  @Override
  public SecretValue find(SecretRequest request) {
    if (trouble instanceof Error error) {
      throw error;
    }
    if (trouble instanceof RuntimeException exception) {
      throw exception;
    }
    String value = values.get(request.name());
    return value == null ? null : SecretValue.of(value);
  }

  @Override
  public String name() {
    return "vault";
  }
}
