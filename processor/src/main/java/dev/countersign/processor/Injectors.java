package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A generated class that fills the fields of the classes of one package. What javac takes for a
 * generated class is mostly the same for one use and for many, so a package has one: one for each
 * module that serves it, and more where it has very many uses.
 *
 * @param name its name: {@code com.acme.SecretInjectors_} and the id of the module
 * @param classes what it fills, in order of name
 */
record Injectors(ClassName name, List<SecretClass> classes) {
  /** A method of Java holds 64 KiB and a class 65,535 constants; this stays far below. */
  private static final int USES = 500;

  Injectors {
    classes = List.copyOf(classes);
  }

  /** Returns what fills the classes that are listed; the same for the same list. */
  static List<Injectors> of(List<SecretClass> listed) {
    Map<ClassName, List<SecretClass>> packages = new TreeMap<>();
    listed.stream()
        .filter(each -> each.kind() == Kind.INJECTED)
        .sorted(Comparator.comparing(SecretClass::name))
        .forEach(
            each -> packages.computeIfAbsent(name(each, 1), name -> new ArrayList<>()).add(each));
    return packages.values().stream().flatMap(Injectors::parts).toList();
  }

  String packageName() {
    return name.packageName();
  }

  /** Says whether any of the fields is static. */
  boolean hasStatics() {
    return classes.stream().flatMap(each -> each.uses().stream()).anyMatch(use -> use.isStatic());
  }

  private static Stream<Injectors> parts(List<SecretClass> classes) {
    List<Injectors> parts = new ArrayList<>();
    int start = 0;
    int uses = 0;
    for (int end = 1; end <= classes.size(); end++) {
      uses += classes.get(end - 1).uses().size();
      if (end == classes.size() || uses + classes.get(end).uses().size() > USES) {
        ClassName name = name(classes.get(start), parts.size() + 1);
        parts.add(new Injectors(name, classes.subList(start, end)));
        start = end;
        uses = 0;
      }
    }
    return parts.stream();
  }

  /** Returns the name that begins where that of the module does: {@code SecretInjectors2_shop}. */
  private static ClassName name(SecretClass each, int part) {
    String module = Modules.simpleName(each.module()).substring(Modules.NAME.length());
    String name = "SecretInjectors" + (part == 1 ? "" : "Part" + part + "Of") + module;
    return ClassName.get(UseClass.packageName(each.name()), name);
  }
}
