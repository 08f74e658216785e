package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which secrets have a value where, as the files stood when they were read. Needs no key and opens
 * nothing, so a value listed here may still not open. Damage is listed, never thrown, and hides no
 * other file.
 */
public final class StoreIndex {
  private final Declarations declarations;
  private final Map<String, Map<Environment, IndexedFile>> directories = new LinkedHashMap<>();
  private final List<Damage> damages = new ArrayList<>();

  private StoreIndex(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Reads every environment that is declared. */
  public static StoreIndex read(StoreFiles files, Declarations declarations) {
    List<Environment> environments = new ArrayList<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      environments.addAll(declarations.environmentsOf(type));
    }
    return read(files, declarations, environments);
  }

  /** Reads one environment and the type it falls back to: what a running program needs. */
  public static StoreIndex read(
      StoreFiles files, Declarations declarations, Environment environment) {
    List<Environment> environments =
        environment.name() == null
            ? List.of(environment)
            : List.of(environment.withoutName(), environment);
    return read(files, declarations, environments);
  }

  private static StoreIndex read(
      StoreFiles files, Declarations declarations, List<Environment> environments) {
    StoreIndex index = new StoreIndex(declarations);
    for (String directory : declarations.directories()) {
      IndexReader reader = new IndexReader(files, directory);
      index.directories.put(directory, reader.read(environments));
      index.damages.addAll(reader.damages());
    }
    return index;
  }

  /** Returns the version that is set in exactly this environment, or 0 if none is. */
  public int version(SecretName name, Environment exactly) {
    return file(name, exactly).version(name);
  }

  /** Says whether a value is set for an environment or, failing that, for its type. */
  public boolean holds(SecretName name, Environment environment) {
    return holder(name, environment) != null;
  }

  /** Returns the environment whose value counts here: this one or its type, or null for neither. */
  public @Nullable Environment holder(SecretName name, Environment environment) {
    if (version(name, environment) > 0) {
      return environment;
    }
    Environment type = environment.withoutName();
    return version(name, type) > 0 ? type : null;
  }

  /** Returns the environments in which a secret is set, sorted. */
  public List<Environment> environmentsOf(SecretName name) {
    List<Environment> environments = new ArrayList<>();
    for (Map.Entry<Environment, IndexedFile> entry : directory(name).entrySet()) {
      if (entry.getValue().holds(name)) {
        environments.add(entry.getKey());
      }
    }
    return environments;
  }

  /** Returns the names that are set in the root's own store and not declared, sorted. */
  public List<SecretName> undeclared() {
    Set<SecretName> names = new TreeSet<>();
    for (IndexedFile file : files("").values()) {
      for (Block block : file.blocks()) {
        if (!block.isUnset() && declarations.find(block.name()) == null) {
          names.add(block.name());
        }
      }
    }
    return List.copyOf(names);
  }

  /** Returns everything that is wrong with the files read, in the order they were read. */
  public List<Damage> damages() {
    return List.copyOf(damages);
  }

  /**
   * Returns everything wrong with the block of a secret, and with whole files, in any environment
   * of the directory that declares it: what compiler and deploy gate tell. It holds more than stops
   * a program: with a {@code to} that the keyring does not know, what is set stays readable, and
   * the next value cannot be set.
   */
  public List<Damage> damages(SecretName name) {
    String directory = directoryOf(name);
    List<Damage> found = new ArrayList<>();
    for (Damage damage : damages) {
      boolean isItsOwn = damage.name() == null || name.equals(damage.name());
      if (isItsOwn && damage.directory().equals(directory)) {
        found.add(damage);
      }
    }
    return found;
  }

  /**
   * Returns what stands between an environment and a secret's value, or null if nothing does; a
   * value that is simply not there is no damage.
   */
  public @Nullable StoreException damage(SecretName name, Environment environment) {
    IndexedFile file = file(name, environment);
    StoreException damage = file.damage(name);
    boolean settled = damage != null || file.holds(name) || environment.name() == null;
    return settled ? damage : file(name, environment.withoutName()).damage(name);
  }

  /** Returns the values that are sealed to an older identity of their type. */
  public List<Straggler> stragglers() {
    List<Straggler> stragglers = new ArrayList<>();
    for (Map<Environment, IndexedFile> files : directories.values()) {
      for (IndexedFile file : files.values()) {
        stragglers.addAll(file.stragglers());
      }
    }
    return stragglers;
  }

  /** Returns the file that holds, or would hold, a secret in exactly this environment. */
  IndexedFile file(SecretName name, Environment exactly) {
    return require(directory(name), exactly);
  }

  /** Returns the names of the blocks of exactly this environment, tombstones too, sorted. */
  List<SecretName> names(Environment exactly) throws StoreException {
    Set<SecretName> names = new TreeSet<>();
    for (String directory : directories.keySet()) {
      for (SecretName name : require(files(directory), exactly).names()) {
        if (directoryOf(name).equals(directory)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  /** Returns the directory whose store holds a secret: the one that declares it. */
  String directoryOf(SecretName name) {
    Declaration declaration = declarations.find(name);
    return declaration == null ? "" : declaration.directory();
  }

  private Map<Environment, IndexedFile> directory(SecretName name) {
    return files(directoryOf(name));
  }

  private Map<Environment, IndexedFile> files(String directory) {
    return directories.getOrDefault(directory, Map.of());
  }

  private static IndexedFile require(Map<Environment, IndexedFile> files, Environment exactly) {
    IndexedFile file = files.get(exactly);
    if (file == null) {
      throw new IllegalArgumentException("the index was not read for " + exactly);
    }
    return file;
  }
}
