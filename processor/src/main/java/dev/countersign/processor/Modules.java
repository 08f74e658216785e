package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import dev.countersign.runtime.manifest.SecretClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The modules of one compilation, one for each round that brings uses, and the classes they serve:
 * those of this compilation, and those an earlier one knew that this one was not given.
 *
 * <p>A class leaves its module when it is compiled again without a secret, or is gone. A module of
 * a later round is only rewritten if this compilation gets as far, and one of the first round is
 * written again to get there. Where there is none, it may keep a case for a class that is gone,
 * which nobody asks for, until it is compiled again.
 */
final class Modules {
  /** How the name of every module begins. */
  static final String NAME = "SecretModule";

  private final String id;
  private final List<SecretClass> earlier;
  private final Optional<String> packageName;
  private final Predicate<SecretClass> stays;
  private final Predicate<ClassName> exists;
  private final List<SecretClass> current = new ArrayList<>();
  private final Map<String, String> rewritten = new HashMap<>();

  /**
   * Begins without a class of this compilation.
   *
   * @param packageName where to put the modules, if that does not depend on the classes
   * @param earlier the classes that were known
   * @param stays says of one of them whether it is there still, and is not compiled now
   * @param exists says whether a generated class is there still
   */
  Modules(
      String id,
      Optional<String> packageName,
      List<SecretClass> earlier,
      Predicate<SecretClass> stays,
      Predicate<ClassName> exists) {
    this.id = id;
    this.packageName = packageName;
    this.earlier = List.copyOf(earlier);
    this.stays = stays;
    this.exists = exists;
  }

  /** A module to write, and those of its injectors that are not as they were. */
  record Module(ClassName name, List<SecretClass> classes, List<Injectors> changed) {}

  /** Takes what a round brings, and returns the module to write: none, if it stands as it is. */
  List<Module> add(int round, List<UseClass> classes) {
    List<SecretClass> known = earlier.stream().filter(each -> isOf(round, each)).toList();
    List<SecretClass> kept = kept(known);
    if (classes.isEmpty() && (kept.isEmpty() || stands(round, known))) {
      return List.of();
    }
    String simpleName = prefix(round) + id;
    ClassName name =
        ClassName.get(packageName.orElseGet(() -> packageName(classes, kept)), simpleName);
    rewritten.put(prefix(round), name.canonicalName());
    List<SecretClass> brought =
        classes.stream().map(each -> each.toManifest(name.canonicalName())).toList();
    current.addAll(brought);
    List<SecretClass> served = sorted(brought, movedTo(name.canonicalName(), kept));
    return List.of(new Module(name, served, changed(served, known)));
  }

  private List<Injectors> changed(List<SecretClass> served, List<SecretClass> known) {
    List<Injectors> standing = Injectors.of(known).stream().filter(this::stands).toList();
    return Injectors.of(served).stream().filter(each -> !standing.contains(each)).toList();
  }

  private boolean stands(Injectors injectors) {
    return injectors.classes().stream().allMatch(stays) && exists.test(injectors.name());
  }

  /** Returns every class that uses secrets, in order of name. */
  List<SecretClass> classes() {
    List<SecretClass> kept = new ArrayList<>();
    for (SecretClass each : kept(earlier)) {
      kept.addAll(movedTo(rewritten.getOrDefault(prefix(each), each.module()), List.of(each)));
    }
    return sorted(current, kept);
  }

  private static List<SecretClass> movedTo(String module, List<SecretClass> classes) {
    return classes.stream()
        .map(each -> new SecretClass(each.name(), each.kind(), module, each.uses()))
        .toList();
  }

  /** Returns the classes of earlier compilations that hold as they were. */
  List<SecretClass> kept() {
    return kept(earlier);
  }

  private List<SecretClass> kept(List<SecretClass> classes) {
    return classes.stream().filter(stays).toList();
  }

  /** Says whether a module can stay as it is: all its classes do, and no later module waits. */
  private boolean stands(int round, List<SecretClass> known) {
    String name = prefix(round) + id;
    boolean named = known.stream().allMatch(each -> simpleName(each.module()).equals(name));
    return named
        && (round == 1 ? earlier : known).stream().allMatch(stays)
        && Injectors.of(known).stream().allMatch(this::stands);
  }

  /** A class of the unnamed package can be named from there only. */
  private static String packageName(List<UseClass> classes, List<SecretClass> kept) {
    List<String> names = new ArrayList<>();
    classes.forEach(each -> names.add(each.binaryName()));
    kept.forEach(each -> names.add(each.name()));
    boolean unnamed = names.stream().map(UseClass::packageName).anyMatch(String::isEmpty);
    return unnamed ? "" : UseClass.packageName(names.stream().sorted().findFirst().orElse(""));
  }

  private static String prefix(int round) {
    return NAME + (round == 1 ? "" : round) + "_";
  }

  /** Returns how the module of a class begins, whatever the id was. */
  private static String prefix(SecretClass each) {
    String name = simpleName(each.module());
    return name.substring(0, name.indexOf('_') + 1);
  }

  private static boolean isOf(int round, SecretClass each) {
    return prefix(each).equals(prefix(round));
  }

  /** Returns the name of a class without its package, nested or not. */
  static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static List<SecretClass> sorted(List<SecretClass> some, List<SecretClass> others) {
    List<SecretClass> all = new ArrayList<>(some);
    all.addAll(others);
    all.sort(Comparator.comparing(SecretClass::name).thenComparing(SecretClass::kind));
    return all;
  }
}
