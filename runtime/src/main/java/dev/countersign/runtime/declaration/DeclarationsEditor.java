package dev.countersign.runtime.declaration;

import dev.countersign.runtime.SecretName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/**
 * Edits the text of a {@code secrets.toml}: comments, order, quoting and line ends stay as they
 * are. What it returns was read again and is well formed; extended directories are not looked at.
 */
public final class DeclarationsEditor {
  private static final String SECRETS = "secrets";

  private DeclarationsEditor() {}

  /**
   * Returns the text that a new project starts with.
   *
   * @throws IllegalArgumentException if that is not a name; ask {@link ApplicationName} first
   */
  public static String create(String application) {
    if (!ApplicationName.isValid(application)) {
      throw new IllegalArgumentException(
          "\"" + application + "\" is not the name of an application: " + ApplicationName.RULE);
    }
    return "# The secrets that this application needs. Their values never stand here.\n"
        + "# To add one: secret declare NAME\n"
        + "application = \""
        + application
        + "\"\n";
  }

  /**
   * Adds a secret with a description and process variables.
   *
   * @throws MalformedDeclarationsException if the text, or the text that would result, is malformed
   */
  public static String declare(
      String toml, SecretName name, @Nullable String description, List<String> env)
      throws MalformedDeclarationsException {
    Declaration plain = Declaration.of(name);
    return declare(
        toml,
        new Declaration(
            name,
            description,
            env,
            plain.types(),
            plain.pattern(),
            plain.minVersions(),
            plain.format(),
            plain.optional(),
            plain.external(),
            plain.directory()));
  }

  /**
   * Adds a secret with everything its declaration says; what is the default is left out.
   *
   * @throws MalformedDeclarationsException if the text, or the text that would result, is malformed
   */
  public static String declare(String toml, Declaration declaration)
      throws MalformedDeclarationsException {
    return declareAll(toml, List.of(declaration));
  }

  /**
   * Adds secrets, each with everything its declaration says, in the order given.
   *
   * @throws MalformedDeclarationsException if the text, or the text that would result, is malformed
   */
  public static String declareAll(String toml, Collection<Declaration> declarations)
      throws MalformedDeclarationsException {
    Map<SecretName, DeclaredSecret> present = new TreeMap<>();
    for (DeclaredSecret secret : read(toml).secrets()) {
      present.put(secret.declaration().name(), secret);
    }
    TomlParseResult result = Toml.parse(toml);
    for (Declaration declaration : declarations) {
      DeclaredSecret declared = present.get(declaration.name());
      if (declared != null) {
        throw new MalformedDeclarationsException(
            List.of(declared.place().problem(declaration.name() + " is declared already")));
      }
      result
          .getOrCreateTable(List.of(SECRETS))
          .set(List.of(declaration.name().value()), TomlText.of(declaration));
    }
    return checked(endedAs(toml, result.toToml()));
  }

  /**
   * Removes a secret with everything that is written for it, and the comment above it.
   *
   * @throws MalformedDeclarationsException if the text is malformed, or does not declare the name
   */
  public static String undeclare(String toml, SecretName name)
      throws MalformedDeclarationsException {
    if (find(toml, name) == null) {
      throw new MalformedDeclarationsException(
          List.of(Problem.of(Project.FILE, name + " is not declared here")));
    }
    TomlParseResult result = Toml.parse(toml);
    result.remove(List.of(SECRETS, name.value()));
    return checked(endedAs(toml, result.toToml()));
  }

  /**
   * Gives a secret another name, with everything that is written for it, and changes nothing else.
   *
   * @throws MalformedDeclarationsException if the text is malformed, does not declare the name,
   *     declares the new one already, or has the secret in an inline table of all secrets
   */
  public static String rename(String toml, SecretName from, SecretName to)
      throws MalformedDeclarationsException {
    DeclaredSecret declared = find(toml, from);
    if (declared == null || find(toml, to) != null) {
      String fact = declared == null ? from + " is not declared here" : to + " is declared already";
      throw new MalformedDeclarationsException(List.of(Problem.of(Project.FILE, fact)));
    }
    String renamed = TomlRename.of(toml, from.value(), to.value());
    if (read(renamed).secrets().size() != read(toml).secrets().size()
        || find(renamed, to) == null) {
      String fact = from + " is written in a way that cannot be renamed: begin it with [secrets.";
      throw new MalformedDeclarationsException(
          List.of(declared.place().problem(fact + from + "] on a line of its own")));
    }
    return renamed;
  }

  private static @Nullable DeclaredSecret find(String toml, SecretName name)
      throws MalformedDeclarationsException {
    for (DeclaredSecret secret : read(toml).secrets()) {
      if (secret.declaration().name().equals(name)) {
        return secret;
      }
    }
    return null;
  }

  private static String checked(String toml) throws MalformedDeclarationsException {
    read(toml);
    return toml;
  }

  /** Reads a text as it stands, without the directories that it extends. */
  static DeclarationsFile read(String toml) throws MalformedDeclarationsException {
    Problems problems = new Problems();
    SourceText.isClean(Project.FILE, toml, problems);
    problems.throwIfAny();
    DeclarationsFile file = DeclarationsReader.read(toml, "", problems);
    UniqueRule.check(file.secrets(), problems);
    problems.throwIfAny();
    return file;
  }

  /** Ends a text with a line end only where the text before it did. */
  private static String endedAs(String before, String after) {
    if (before.endsWith("\n") || !after.endsWith("\n")) {
      return after;
    }
    return after.substring(0, after.length() - (after.endsWith("\r\n") ? 2 : 1));
  }
}
