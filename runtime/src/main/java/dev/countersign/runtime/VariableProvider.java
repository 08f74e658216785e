package dev.countersign.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from the process environment: the secret's own name, then its {@code env} names. */
final class VariableProvider implements SecretProvider {
  static final String PREFIX = "env:";

  private final Host host;

  VariableProvider(Host host) {
    this.host = host;
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    for (String variable : request.names()) {
      String value = host.variable(variable);
      if (value != null) {
        return SecretValue.opened(
            request.name(), PREFIX + variable, value.getBytes(StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  @Override
  public String name() {
    return "process environment";
  }

  @Override
  public int ordinal() {
    return 300;
  }

  @Override
  public List<String> sources(SecretRequest request) {
    List<String> sources = new ArrayList<>();
    for (String variable : request.names()) {
      boolean empty = host.variables().containsKey(variable) && host.variable(variable) == null;
      sources.add(PREFIX + variable + (empty ? " (empty)" : ""));
    }
    return sources;
  }
}
