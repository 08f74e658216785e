package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import dev.countersign.runtime.manifest.SecretUse;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * What is asked for by its name while a program runs: fields that only a handle reaches, the
 * private classes that they are in, and enums, which {@code verify} holds values against.
 *
 * <p>A manifest does not say which fields are private, so the classes are asked. Of one that the
 * compiler does not find, all fields count: what is told in vain does no harm.
 */
final class ReflectiveAccess {
  private static final Set<String> SIMPLE_TYPES =
      Stream.of(ValueType.values())
          .map(each -> TypeNames.simple(each.typeName()))
          .collect(Collectors.toUnmodifiableSet());

  private final ProcessedClasses processed;

  ReflectiveAccess(ProcessedClasses processed) {
    this.processed = processed;
  }

  /** Returns the classes, and of each the fields; an enum has none. */
  SortedMap<String, Set<String>> of(List<SecretClass> classes) {
    SortedMap<String, Set<String>> types = new TreeMap<>();
    for (SecretClass each : classes) {
      Set<String> fields = each.kind() == Kind.INJECTED ? fields(each) : Set.of();
      if (!fields.isEmpty()) {
        types.put(each.name(), fields);
      }
      enums(each).forEach(type -> types.putIfAbsent(type, Set.of()));
    }
    return types;
  }

  private Set<String> fields(SecretClass injected) {
    Set<String> fields = new TreeSet<>();
    injected.uses().forEach(use -> fields.add(use.member()));
    processed.find(injected.name()).ifPresent(type -> fields.removeAll(assignable(type)));
    return fields;
  }

  private static Set<String> assignable(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> !FieldReader.needsHandle(type, field))
        .map(field -> field.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  private static Stream<String> enums(SecretClass each) {
    return each.uses().stream()
        .map(ReflectiveAccess::valueType)
        .filter(type -> !SIMPLE_TYPES.contains(type));
  }

  /** Returns the type without what is around it: an enum has its binary name there. */
  private static String valueType(SecretUse use) {
    return use.type().substring(use.type().lastIndexOf('<') + 1).replace(">", "");
  }
}
