package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import java.util.List;
import java.util.Set;

/**
 * One secret of a template.
 *
 * @param name the name that it is declared under
 * @param description what it is for
 * @param variables the process variables that carry it elsewhere
 * @param format what its value looks like
 * @param plain the type of a site that needs it
 * @param isOptional whether there need not be one
 */
record TemplateSecret(
    SecretName name,
    String description,
    List<String> variables,
    Format format,
    String plain,
    boolean isOptional) {

  /** Nobody must see it: sites take a {@code SecretValue}. */
  static TemplateSecret secret(String name, String description, String... variables) {
    return of(name, description, variables, Format.TEXT, "SecretValue");
  }

  /** A connection string, which may hold a password. */
  static TemplateSecret uri(String name, String description, String... variables) {
    return of(name, description, variables, Format.URI, "SecretValue");
  }

  /** It may be seen, and belongs to what must not. */
  static TemplateSecret text(String name, String description, String... variables) {
    return of(name, description, variables, Format.TEXT, "String");
  }

  static TemplateSecret number(String name, String description, String... variables) {
    return of(name, description, variables, Format.INTEGER, "Integer");
  }

  private static TemplateSecret of(
      String name, String description, String[] variables, Format format, String plain) {
    return new TemplateSecret(
        new SecretName(name), description, List.of(variables), format, plain, false);
  }

  TemplateSecret optional() {
    return new TemplateSecret(name, description, variables, format, plain, true);
  }

  /** Returns the type of a site. */
  String type() {
    return isOptional ? "Optional<" + plain + ">" : plain;
  }

  /** Returns the name of a method: {@code awsRegion}, {@code oAuthClientId}. */
  String member() {
    String text = name.value();
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  Declaration declaration(Set<EnvironmentType> types) {
    Declaration plainly = Declaration.of(name);
    return new Declaration(
        name,
        description,
        variables,
        types,
        plainly.pattern(),
        plainly.minVersions(),
        format,
        isOptional,
        plainly.external(),
        plainly.directory());
  }
}
