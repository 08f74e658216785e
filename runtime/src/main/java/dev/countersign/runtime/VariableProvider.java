package dev.countersign.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from the process environment: the secret's own name, then its {@code env} names. */
final class VariableProvider implements SecretProvider {
  static final String PREFIX = "env:";

  /** What Java puts for bytes that are no text in the locale that the process was started in. */
  private static final char LOST = '\uFFFD';

  private final Host host;

  VariableProvider(Host host) {
    this.host = host;
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    for (String variable : request.names()) {
      String value = host.variable(variable);
      if (value != null) {
        return found(request.name(), PREFIX + variable, value);
      }
    }
    return null;
  }

  private static SecretValue found(String name, String source, String value) {
    if (value.indexOf(LOST) >= 0) {
      String fact = "the locale of this process cannot express it, so parts of it are lost";
      String fix = "set LC_ALL=C.UTF-8 where the program runs";
      throw UnresolvedSecretException.unusable(name, source, fact, fix, null);
    }
    return SecretValue.opened(name, source, value.getBytes(StandardCharsets.UTF_8));
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
