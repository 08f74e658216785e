package dev.countersign.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** One run of the compiler: sources → uses → checks → reports, and what is generated from uses. */
final class Compilation {
  private final Diagnostics diagnostics;
  private final ProcessedClasses processed;
  private final Owners owners;
  private final UseReader reader;
  private final ProjectReader project;
  private final List<Check> checks;
  private final Constants constants;
  private final Generation generation;
  private boolean begun;
  private int round;

  Compilation(ProcessingEnvironment environment) {
    diagnostics = new Diagnostics(environment.getMessager());
    Options options = new Options(environment.getOptions());
    ClassOutput output =
        new ClassOutput(environment.getFiler(), StandardLocation.CLASS_OUTPUT, diagnostics);
    processed = new ProcessedClasses(environment.getElementUtils());
    owners = new Owners(environment.getElementUtils());
    reader =
        new UseReader(
            diagnostics,
            environment.getElementUtils(),
            environment.getTypeUtils(),
            processed::contains);
    project = new ProjectReader(options, output::directory);
    Handover.give(environment.getElementUtils(), options, project);
    checks = Check.inOrder(options);
    GeneratedFiles files = new GeneratedFiles(environment.getFiler(), processed, diagnostics);
    constants =
        new Constants(
            options, project, output, processed, files, diagnostics, environment.getElementUtils());
    generation =
        new Generation(environment, output, project, processed, files, diagnostics, reader);
  }

  /** Reads, checks and generates for the classes of one round. */
  void round(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    processed.add(environment.getRootElements());
    if (bringsConstants()) {
      owners.postpone(annotations, environment); // what they say of secrets may change
      return;
    }
    round++;
    List<UseClass> classes = read(owners.in(annotations, environment));
    check(classes);
    generation.generate(round, classes);
  }

  private boolean bringsConstants() {
    boolean isFirst = !begun;
    begun = true;
    return isFirst && constants.generate();
  }

  /** Writes what lists all uses, unless the compilation has failed. */
  void finish(boolean errorRaised) {
    check(read(owners.unresolved()));
    check(read(generation.outdated()));
    if (!errorRaised && !diagnostics.hasErrors()) {
      generation.finish();
    }
  }

  private List<UseClass> read(List<TypeElement> types) {
    List<UseClass> classes = new ArrayList<>();
    types.stream()
        .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
        .forEach(type -> classes.addAll(reader.read(type)));
    classes.sort(Comparator.comparing(UseClass::binaryName));
    return classes;
  }

  private void check(List<UseClass> classes) {
    for (Use use : classes.stream().flatMap(each -> each.uses().stream()).toList()) {
      Optional<ProjectFacts> facts = project.read(use.site(), diagnostics);
      facts.ifPresent(known -> check(use, known));
    }
  }

  private void check(Use use, ProjectFacts facts) {
    checks.forEach(check -> check.check(use, facts).forEach(diagnostics::report));
  }
}
