package dev.countersign.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where values are set for: a whole environment type, or one named deployment of it, such as {@code
 * eu-west} of {@code prod}.
 *
 * @param type the type, whose key seals the values
 * @param name the name of the deployment, or null for the type itself
 */
public record Environment(EnvironmentType type, @Nullable String name)
    implements Comparable<Environment> {

  /** Returns the environment that stands for a whole type. */
  public static Environment of(EnvironmentType type) {
    return new Environment(type, null);
  }

  /** Returns the stem of the sealed file's name: {@code prod}, {@code eu-west}. */
  public String id() {
    return name == null ? type.id() : name;
  }

  /** Returns the type itself where this is a named environment of it. */
  public Environment withoutName() {
    return name == null ? this : of(type);
  }

  /** Returns the form that sealed values are bound to: {@code prod}, {@code prod@eu-west}. */
  @Override
  public String toString() {
    return name == null ? type.id() : type.id() + "@" + name;
  }

  /** Orders by type, then by name; the type itself comes before its named environments. */
  @Override
  public int compareTo(Environment other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : id(this).compareTo(id(other));
  }

  /** Written out for the sake of a cold start, as that of {@link SecretName}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Environment environment
        && type == environment.type
        && Objects.equals(name, environment.name);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Objects.hashCode(name);
  }

  private static String id(Environment environment) {
    return environment.name == null ? "" : environment.name;
  }
}
