package dev.countersign.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What a provider is asked for.
 *
 * @param name the name of the secret
 * @param env the process variables that may carry it besides its own name, as it declares them
 * @param environment where the program runs
 */
public record SecretRequest(String name, List<String> env, Environment environment) {
  /** Copies the list. */
  public SecretRequest {
    env = List.copyOf(env);
  }

  /** Returns the names that the secret may go by: its own, then those in {@code env}. */
  public List<String> names() {
    List<String> names = new ArrayList<>(env.size() + 1);
    names.add(name);
    names.addAll(env);
    return names;
  }
}
