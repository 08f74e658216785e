package dev.countersign.processor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The top-level classes that this compilation has been given so far, in all its rounds. */
final class ProcessedClasses {
  private final Elements elements;
  private final Set<String> names = new HashSet<>();
  private @Nullable ModuleElement module;
  private @Nullable ModuleElement described;

  ProcessedClasses(Elements elements) {
    this.elements = elements;
  }

  void add(Set<? extends Element> roots) {
    for (Element root : roots) {
      module = elements.getModuleOf(root);
      if (root instanceof ModuleElement descriptor) {
        described = descriptor;
      }
      if (root instanceof TypeElement type) {
        names.add(type.getQualifiedName().toString());
      }
    }
  }

  /** Says whether the classes that were given are in a module with a name. */
  boolean isNamedModule() {
    return module != null && !module.isUnnamed();
  }

  /** Returns the name of the module that the classes are in, or empty if it has none. */
  Optional<String> moduleName() {
    return Optional.ofNullable(isNamedModule() ? module : null)
        .map(named -> named.getQualifiedName().toString());
  }

  /** Returns the module whose module-info was given, or empty if none was. */
  Optional<ModuleElement> described() {
    return Optional.ofNullable(described);
  }

  /** Says whether the classes that were given can name a class. */
  boolean canName(String className) {
    return module == null
        ? elements.getTypeElement(className) != null
        : elements.getTypeElement(module, className) != null;
  }

  /** Says whether this class, or the one around it, was given. */
  boolean contains(TypeElement type) {
    return names.contains(Enclosing.outermost(type).getQualifiedName().toString());
  }

  /** Returns a class of the output, or empty if the compiler does not find it. */
  Optional<TypeElement> find(String binaryName) {
    int end = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
    while (end > 0) {
      TypeElement outer = elements.getTypeElement(binaryName.substring(0, end));
      if (outer != null) {
        return find(outer, binaryName);
      }
      end = binaryName.indexOf('$', end + 1);
    }
    return Optional.ofNullable(elements.getTypeElement(binaryName));
  }

  private Optional<TypeElement> find(TypeElement type, String binaryName) {
    if (elements.getBinaryName(type).contentEquals(binaryName)) {
      return Optional.of(type);
    }
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .flatMap(each -> find(each, binaryName).stream())
        .findFirst();
  }

  /** Says whether a class that is in no other was given. */
  boolean containsTopLevel(String name) {
    return names.contains(name);
  }

  /** Says whether a class, or one around it, was given. */
  boolean contains(String binaryName) {
    int end = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
    while (end > 0) {
      if (names.contains(binaryName.substring(0, end))) {
        return true;
      }
      end = binaryName.indexOf('$', end + 1);
    }
    return names.contains(binaryName);
  }
}
