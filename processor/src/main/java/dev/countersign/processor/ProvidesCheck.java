package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.util.ElementFilter;

/**
 * A module-info provides the modules that are generated beside it: in a named module the file in
 * META-INF/services does not count, and the program would find no injector.
 */
final class ProvidesCheck {
  private ProvidesCheck() {}

  /** Returns what the module-info lacks, or empty if it provides all. */
  static Optional<Report> check(ModuleElement module, List<SecretClass> classes) {
    Set<String> generated = new TreeSet<>();
    classes.forEach(each -> generated.add(each.module()));
    Set<String> provided = provided(module);
    return provided.containsAll(generated)
        ? Optional.empty()
        : Optional.of(report(module, generated, provided));
  }

  private static Report report(ModuleElement module, Set<String> generated, Set<String> provided) {
    Set<String> lacking = new TreeSet<>(generated);
    lacking.removeAll(provided);
    Set<String> all = new TreeSet<>(generated);
    all.addAll(provided);
    String fact =
        "the module %s does not provide %s, which serves its secrets"
            .formatted(module.getQualifiedName(), String.join(", ", lacking));
    return Report.of(Code.NOT_PROVIDED, null, fact)
        .fix(
            "%s in module-info.java: provides %s with %s;"
                .formatted(
                    provided.isEmpty() ? "write" : "replace the line",
                    RuntimeTypes.SECRET_MODULE.canonicalName(),
                    String.join(", ", all)));
  }

  private static Set<String> provided(ModuleElement module) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(ProvidesCheck::isOfModules)
        .flatMap(each -> each.getImplementations().stream())
        .map(each -> each.getQualifiedName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfModules(ProvidesDirective directive) {
    return directive
        .getService()
        .getQualifiedName()
        .contentEquals(RuntimeTypes.SECRET_MODULE.canonicalName());
  }
}
