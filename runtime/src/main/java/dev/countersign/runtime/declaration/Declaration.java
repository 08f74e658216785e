package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an application says of one secret: one entry of {@code secrets.toml}.
 *
 * @param name the name that uses and stores know it by
 * @param description what it is for, in the words of its author, or null
 * @param env the process variables that may carry it besides its own name
 * @param types the environment types that require it
 * @param pattern the regular expression the whole value must match, or null
 * @param minVersions the lowest store version that is accepted, where there is one
 * @param format what the value must look like
 * @param optional whether it may be absent in every type
 * @param external the types in which a platform supplies it, so that our store need not
 * @param directory the directory that declares it, relative to the root and separated by {@code /}:
 *     empty for the root itself, {@code ../shared} for one it extends
 */
public record Declaration(
    SecretName name,
    @Nullable String description,
    List<String> env,
    Set<EnvironmentType> types,
    @Nullable String pattern,
    Map<EnvironmentType, Integer> minVersions,
    Format format,
    boolean optional,
    Set<EnvironmentType> external,
    String directory) {

  /** Copies what it is given. Types are kept in the order of {@link EnvironmentType}. */
  public Declaration {
    env = List.copyOf(env);
    types = sorted(types);
    minVersions = sorted(minVersions);
    external = sorted(external);
  }

  /** Returns what {@code [secrets.NAME]} declares when nothing stands below it. */
  public static Declaration of(SecretName name) {
    return new Declaration(
        name,
        null,
        List.of(),
        Set.of(EnvironmentType.values()),
        null,
        Map.of(),
        Format.TEXT,
        false,
        Set.of(),
        "");
  }

  /** Says whether an environment of this type must have a value, from whatever source. */
  public boolean neededIn(EnvironmentType type) {
    return !optional && types.contains(type);
  }

  /** Says whether the store must hold a value for this type: needed, and not supplied elsewhere. */
  public boolean expectedInStore(EnvironmentType type) {
    return neededIn(type) && !external.contains(type);
  }

  /** Returns the same declaration for the root itself, whatever directory it is from. */
  public Declaration inRoot() {
    return new Declaration(
        name, description, env, types, pattern, minVersions, format, optional, external, "");
  }

  /** Says whether another declaration is the same but for its description and its directory. */
  public boolean demandsAsMuchAs(Declaration other) {
    return demands().equals(other.demands());
  }

  private Declaration demands() {
    return new Declaration(
        name, null, env, types, pattern, minVersions, format, optional, external, "");
  }

  /** Not as an EnumSet: that calls an enum's values by reflection, 4 ms of a start on 25. */
  private static Set<EnvironmentType> sorted(Set<EnvironmentType> types) {
    return Collections.unmodifiableSet(new TreeSet<>(types));
  }

  private static Map<EnvironmentType, Integer> sorted(Map<EnvironmentType, Integer> versions) {
    return Collections.unmodifiableMap(new TreeMap<>(versions));
  }
}
