package dev.countersign.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The top-level classes that this compilation has been given so far, in all its rounds. */
final class ProcessedClasses {
  private final Elements elements;
  private final Set<String> names = new HashSet<>();
  private @Nullable ModuleElement module;

  ProcessedClasses(Elements elements) {
    this.elements = elements;
  }

  void add(Set<? extends Element> roots) {
    for (Element root : roots) {
      module = elements.getModuleOf(root);
      if (root instanceof TypeElement type) {
        names.add(type.getQualifiedName().toString());
      }
    }
  }

  /** Says whether the classes that were given are in a module with a name. */
  boolean isNamedModule() {
    return module != null && !module.isUnnamed();
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

  /** Says whether a class was not given and is still there: what was known of it holds. */
  boolean leaves(String binaryName) {
    int end = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
    while (end > 0) {
      String outer = binaryName.substring(0, end);
      if (names.contains(outer)) {
        return false;
      }
      if (elements.getTypeElement(outer) != null) {
        return true;
      }
      end = binaryName.indexOf('$', end + 1);
    }
    return !names.contains(binaryName) && elements.getTypeElement(binaryName) != null;
  }
}
