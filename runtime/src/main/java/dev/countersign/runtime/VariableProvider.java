package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from the process environment: the secret's own name, then its {@code env} names. */
final class VariableProvider implements SecretProvider {
  private final Host host;

  VariableProvider(Host host) {
    this.host = host;
  }

  @Override
  public @Nullable SecretValue find(Declaration declaration) {
    for (String variable : variables(declaration)) {
      String value = host.variable(variable);
      if (value != null) {
        return SecretValue.opened(
            declaration.name().value(), "env:" + variable, value.getBytes(StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  @Override
  public void addSources(Declaration declaration, List<String> asked) {
    for (String variable : variables(declaration)) {
      asked.add("env:" + variable);
    }
  }

  private static List<String> variables(Declaration declaration) {
    List<String> variables = new ArrayList<>();
    variables.add(declaration.name().value());
    variables.addAll(declaration.env());
    return variables;
  }
}
