package dev.countersign.runtime;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts the application before its libraries. On the class path it stands there already; a module
 * path has no order, so there a module stands before those that it requires.
 */
final class ModuleOrder {
  private final ArrayDeque<Module> order = new ArrayDeque<>();
  private final Set<Module> seen = new HashSet<>();

  private ModuleOrder() {}

  /**
   * Returns the modules, the application's own first.
   *
   * @param main the named module that the program was started with, or null if it was a class
   */
  static List<SecretModule> applicationFirst(List<SecretModule> found, @Nullable Module main) {
    List<SecretModule> sorted = new ArrayList<>(found.size());
    if (main == null) {
      addOf(null, found, sorted);
    }
    for (Module module : order(named(found), main)) {
      addOf(module, found, sorted);
    }
    if (main != null) {
      addOf(null, found, sorted);
    }
    return sorted;
  }

  /** Returns what the main module requires, and then the modules that only a service leads to. */
  private static List<Module> order(NavigableMap<String, Module> named, @Nullable Module main) {
    ModuleOrder order = new ModuleOrder();
    if (main != null) {
      order.visit(main);
    }
    List<Module> all = new ArrayList<>(order.order);
    order.order.clear();
    for (Module module : named.descendingMap().values()) {
      order.visit(module);
    }
    all.addAll(order.order);
    return all;
  }

  /** Returns the named module that the program was started with, or null. */
  static @Nullable Module main() {
    String name = System.getProperty("jdk.module.main");
    Optional<Module> main = name == null ? Optional.empty() : ModuleLayer.boot().findModule(name);
    return main.isPresent() ? main.get() : null;
  }

  private static NavigableMap<String, Module> named(List<SecretModule> found) {
    TreeMap<String, Module> named = new TreeMap<>();
    for (SecretModule each : found) {
      Module module = each.getClass().getModule();
      if (module.isNamed()) {
        named.put(module.getName(), module);
      }
    }
    return named;
  }

  /** Puts a module before all it requires, directly or not. */
  private void visit(Module module) {
    if (!seen.add(module) || module.getLayer() == null) {
      return;
    }
    for (String name : required(module).descendingSet()) {
      Optional<Module> required = module.getLayer().findModule(name);
      if (required.isPresent()) {
        visit(required.get());
      }
    }
    order.addFirst(module);
  }

  private static NavigableSet<String> required(Module module) {
    TreeSet<String> names = new TreeSet<>();
    for (ModuleDescriptor.Requires each : module.getDescriptor().requires()) {
      names.add(each.name());
    }
    return names;
  }

  /** Adds what is of a module; null stands for the class path. */
  private static void addOf(
      @Nullable Module module, List<SecretModule> found, List<SecretModule> sorted) {
    for (SecretModule each : found) {
      Module its = each.getClass().getModule();
      if (module == null ? !its.isNamed() : its == module) {
        sorted.add(each);
      }
    }
  }
}
