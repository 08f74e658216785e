package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import dev.countersign.runtime.manifest.SecretClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The modules of one compilation, one for each round that brings uses, and the classes they serve:
 * those of this compilation, and those an earlier one knew that this one was not given.
 *
 * <p>A class leaves its module when it is compiled again without a secret, or is gone. A module of
 * a later round is only rewritten if this compilation gets as far; until then it may still have a
 * case for a class that is gone, which nobody asks for.
 */
final class Modules {
  private final String id;
  private final List<SecretClass> earlier;
  private final ProcessedClasses processed;
  private final List<SecretClass> current = new ArrayList<>();
  private final Map<String, String> rewritten = new HashMap<>();

  Modules(String id, List<SecretClass> earlier, ProcessedClasses processed) {
    this.id = id;
    this.earlier = List.copyOf(earlier);
    this.processed = processed;
  }

  /** A module to write. */
  record Module(ClassName name, List<SecretClass> classes) {}

  /** Takes what a round brings, and returns the module to write: none, if it stands as it is. */
  List<Module> add(int round, List<UseClass> classes) {
    String simpleName = simpleName(round);
    List<SecretClass> known = earlier.stream().filter(each -> isIn(simpleName, each)).toList();
    List<SecretClass> kept = kept(known);
    if (classes.isEmpty() && (kept.isEmpty() || kept.size() == known.size())) {
      return List.of();
    }
    ClassName name = ClassName.get(packageName(classes, kept), simpleName);
    rewritten.put(simpleName, name.canonicalName());
    List<SecretClass> brought =
        classes.stream().map(each -> each.toManifest(name.canonicalName())).toList();
    current.addAll(brought);
    return List.of(new Module(name, sorted(brought, kept)));
  }

  /** Returns every class that uses secrets, in order of name. */
  List<SecretClass> classes() {
    List<SecretClass> kept = new ArrayList<>();
    for (SecretClass each : kept(earlier)) {
      String module = rewritten.getOrDefault(simpleName(each.module()), each.module());
      kept.add(new SecretClass(each.name(), each.kind(), module, each.uses()));
    }
    return sorted(current, kept);
  }

  private List<SecretClass> kept(List<SecretClass> classes) {
    return classes.stream().filter(each -> processed.leaves(each.name())).toList();
  }

  /** A class of the unnamed package can be named from there only. */
  private static String packageName(List<UseClass> classes, List<SecretClass> kept) {
    List<String> names = new ArrayList<>();
    classes.forEach(each -> names.add(each.binaryName()));
    kept.forEach(each -> names.add(each.name()));
    boolean unnamed = names.stream().map(UseClass::packageName).anyMatch(String::isEmpty);
    return unnamed ? "" : UseClass.packageName(names.stream().sorted().findFirst().orElse(""));
  }

  private String simpleName(int round) {
    return "SecretModule" + (round == 1 ? "" : round) + "_" + id;
  }

  private static boolean isIn(String module, SecretClass each) {
    return simpleName(each.module()).equals(module);
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static List<SecretClass> sorted(List<SecretClass> some, List<SecretClass> others) {
    List<SecretClass> all = new ArrayList<>(some);
    all.addAll(others);
    all.sort(Comparator.comparing(SecretClass::name));
    return all;
  }
}
