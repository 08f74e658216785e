package dev.countersign.benchmarks.compile;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;

/** A way to compile the sample classes. */
enum Contender {
  NONE("-proc:none", Style.SECRET),
  EMPTY("empty processor", Style.SECRET, "dev.countersign.benchmarks.compile.EmptyProcessor"),
  COUNTERSIGN("Countersign", Style.SECRET, "dev.countersign.processor.SecretProcessor"),
  DAGGER("Dagger members injection", Style.DAGGER, "dagger.internal.codegen.ComponentProcessor"),
  MICRONAUT(
      "Micronaut inject-java",
      Style.MICRONAUT,
      "io.micronaut.annotation.processing.PackageElementVisitorProcessor",
      "io.micronaut.annotation.processing.TypeElementVisitorProcessor",
      "io.micronaut.annotation.processing.AggregatingTypeElementVisitorProcessor",
      "io.micronaut.annotation.processing.BeanDefinitionInjectProcessor");

  final String title;
  final Style style;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> processors;

  Contender(String title, Style style, String... processors) {
    this.title = title;
    this.style = style;
    this.processors = List.of(processors);
  }

  /** Returns new processors, of classes that stay loaded as in a build's daemon. */
  List<Processor> processors() {
    List<Processor> instances = new ArrayList<>();
    for (String each : processors) {
      try {
        Class<?> type = Class.forName(each);
        instances.add((Processor) type.getDeclaredConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(each, e);
      }
    }
    return instances;
  }
}
