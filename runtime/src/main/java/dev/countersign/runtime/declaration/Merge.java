package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one of several files: the nearest declaration of a name wins whole. */
final class Merge {
  private final Problems problems;
  private final Map<SecretName, DeclaredSecret> secrets = new LinkedHashMap<>();
  private final Map<String, Located<EnvironmentType>> environments = new LinkedHashMap<>();

  private Merge(Problems problems) {
    this.problems = problems;
  }

  /** Returns what the files declare together; the first is the root's own. */
  static Declarations of(Map<String, DeclarationsFile> files, Problems problems) {
    Merge merge = new Merge(problems);
    String application = null;
    for (DeclarationsFile file : files.values()) {
      application = application == null ? file.application() : application;
      merge.add(file);
    }
    UniqueRule.check(merge.secrets.values(), problems);
    return merge.result(String.valueOf(application), List.copyOf(files.keySet()));
  }

  private void add(DeclarationsFile file) {
    for (DeclaredSecret secret : file.secrets()) {
      secrets.putIfAbsent(secret.declaration().name(), secret);
    }
    for (Map.Entry<String, Located<EnvironmentType>> entry : file.environments().entrySet()) {
      addEnvironment(entry.getKey(), entry.getValue());
    }
  }

  /** Sealed files of one name and two types would be sealed to two keys. */
  private void addEnvironment(String name, Located<EnvironmentType> environment) {
    Located<EnvironmentType> nearer = environments.putIfAbsent(name, environment);
    if (nearer != null && nearer.value() != environment.value()) {
      problems.report(
          environment.place(),
          name
              + " is of type "
              + environment.value()
              + " here and of type "
              + nearer.value()
              + " in "
              + nearer.place().seenFrom(environment.place())
              + ": make them agree");
    }
  }

  private Declarations result(String application, List<String> directories) {
    Map<SecretName, Declaration> declarations = new LinkedHashMap<>();
    for (DeclaredSecret secret : secrets.values()) {
      declarations.put(secret.declaration().name(), secret.declaration());
    }
    Map<String, EnvironmentType> types = new LinkedHashMap<>();
    for (Map.Entry<String, Located<EnvironmentType>> entry : environments.entrySet()) {
      types.put(entry.getKey(), entry.getValue().value());
    }
    return new Declarations(application, declarations, types, directories);
  }
}
