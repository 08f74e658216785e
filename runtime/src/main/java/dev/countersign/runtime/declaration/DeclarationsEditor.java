package dev.countersign.runtime.declaration;

import dev.countersign.runtime.SecretName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits the text of a {@code secrets.toml}. Comments, order, quoting and line ends stay. */
public final class DeclarationsEditor {
  private DeclarationsEditor() {}

  /** Returns the text that a new project starts with. */
  public static String create(String application) {
    return application;
  }

  /**
   * Adds a secret with a description and process variables.
   *
   * @throws MalformedDeclarationsException if the text, or the text that would result, is malformed
   */
  public static String declare(
      String toml, SecretName name, @Nullable String description, List<String> env)
      throws MalformedDeclarationsException {
    return toml;
  }

  /**
   * Adds a secret with everything its declaration says; what is the default is left out.
   *
   * @throws MalformedDeclarationsException if the text, or the text that would result, is malformed
   */
  public static String declare(String toml, Declaration declaration)
      throws MalformedDeclarationsException {
    return toml;
  }

  /**
   * Removes a secret with everything that is written for it.
   *
   * @throws MalformedDeclarationsException if the text is malformed, or does not declare the name
   */
  public static String undeclare(String toml, SecretName name)
      throws MalformedDeclarationsException {
    return toml;
  }
}
