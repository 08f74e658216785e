package dev.countersign.runtime.manifest;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a program needs when its own manifests and those of its libraries are put together: the one
 * rule that a starting program and the deploy gate share. The application's own declaration of a
 * name wins; a name that a library alone declares counts as declared, and is kept in the
 * application's own store; libraries that demand different things of one name disagree.
 */
public final class MergedManifests {
  private final Map<SecretName, Declaration> declared = new TreeMap<>();
  private final Map<SecretName, String> declaredBy = new TreeMap<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private int read;
  private final Map<SecretName, Set<String>> users = new TreeMap<>();
  private final Map<SecretName, Set<String>> types = new TreeMap<>();
  private final Map<SecretName, String> disagreements = new TreeMap<>();

  /** Adds declarations of the application itself. Call it before adding libraries. */
  public void addOwn(Declarations own) {
    for (Declaration declaration : own.secrets().values()) {
      declared.putIfAbsent(declaration.name(), declaration);
    }
  }

  /**
   * Adds the declarations of a library.
   *
   * @param origin where they are from, for messages
   */
  public void addLibrary(String origin, Declarations library) {
    for (Declaration declaration : library.secrets().values()) {
      SecretName name = declaration.name();
      Declaration known = declared.putIfAbsent(name, declaration.inRoot());
      String knownBy = declaredBy.get(name);
      if (known == null) {
        declaredBy.put(name, origin);
      } else if (knownBy != null && !known.demandsAsMuchAs(declaration)) {
        disagreements.put(name, disagreement(name, knownBy, origin));
      }
    }
  }

  /** Adds the places that use secrets. They are looked at when they are asked for. */
  public synchronized void addUses(Manifest manifest) {
    manifests.add(manifest);
  }

  /** Says whether every name that is used is declared. */
  public boolean declaresAllUses() {
    for (Manifest manifest : manifests) {
      for (SecretClass user : manifest.classes()) {
        for (SecretUse use : user.uses()) {
          if (!declared.containsKey(use.name())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private synchronized void readUses() {
    for (; read < manifests.size(); read++) {
      readUses(manifests.get(read));
    }
  }

  private void readUses(Manifest manifest) {
    for (SecretClass user : manifest.classes()) {
      for (SecretUse use : user.uses()) {
        add(users, use.name(), user.simpleName() + place(use.member()));
        add(types, use.name(), use.type());
      }
    }
  }

  /** Returns {@code .token} for a member, and {@code (token)} for a constructor's parameter. */
  private static String place(String member) {
    return member.startsWith("(") ? member : "." + member;
  }

  private static void add(Map<SecretName, Set<String>> all, SecretName name, String text) {
    Set<String> texts = all.get(name);
    if (texts == null) {
      texts = new TreeSet<>();
      all.put(name, texts);
    }
    texts.add(text);
  }

  /** Returns every declaration by its name, in order of name. */
  public Map<SecretName, Declaration> declared() {
    return Collections.unmodifiableMap(declared);
  }

  /** Returns every name that is used, in order. */
  public Set<SecretName> used() {
    readUses();
    return Collections.unmodifiableSet(users.keySet());
  }

  /**
   * Returns the uses of a secret, as {@code Class.member} and in order; empty if there are none.
   */
  public List<String> usersOf(SecretName name) {
    readUses();
    @Nullable Set<String> places = users.get(name);
    return places == null ? List.of() : new ArrayList<>(places);
  }

  /** Returns the types of the places that use a secret, as their manifests have them. */
  public Set<String> typesOf(SecretName name) {
    readUses();
    @Nullable Set<String> texts = types.get(name);
    return texts == null ? Set.of() : Collections.unmodifiableSet(texts);
  }

  /** Returns what libraries declare differently, a message for each name. */
  public Map<SecretName, String> disagreements() {
    return Collections.unmodifiableMap(disagreements);
  }

  private static String disagreement(SecretName name, String one, String other) {
    return name
        + " is declared differently in "
        + one
        + " and "
        + other
        + "\n  fix: declare it in the application's own secrets.toml, which wins";
  }
}
