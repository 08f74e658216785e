package dev.countersign.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Finds the classes to read: those with an annotation of ours. A class that names what is not there
 * yet, but may still be generated, waits for the next round.
 */
final class Owners {
  private final Elements elements;
  private final Set<String> waiting = new TreeSet<>();

  Owners(Elements elements) {
    this.elements = elements;
  }

  /** Returns the classes to read in this round. */
  List<TypeElement> in(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    Set<TypeElement> owners = all(annotations, environment);
    waiting.clear();
    owners.stream().filter(Unresolved::isIn).forEach(each -> waiting.add(nameOf(each)));
    owners.removeIf(each -> waiting.contains(nameOf(each)));
    return List.copyOf(owners);
  }

  /** Lets all classes of this round wait for the next. */
  void postpone(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    all(annotations, environment).forEach(each -> waiting.add(nameOf(each)));
  }

  private Set<TypeElement> all(
      Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    Set<TypeElement> owners = new LinkedHashSet<>(unresolved());
    for (TypeElement annotation : annotations) {
      if (isOurs(annotation)) {
        environment
            .getElementsAnnotatedWith(annotation)
            .forEach(each -> owners.add(Enclosing.owner(each)));
      }
    }
    return owners;
  }

  /** Returns the classes that still wait. */
  List<TypeElement> unresolved() {
    List<TypeElement> types = new ArrayList<>();
    for (String name : waiting) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isOurs(TypeElement annotation) {
    return annotation.getQualifiedName().contentEquals(SecretMirror.SECRET)
        || annotation.getQualifiedName().contentEquals(SecretMirror.SECRET_SET);
  }

  private static String nameOf(TypeElement type) {
    return type.getQualifiedName().toString();
  }
}
