package dev.countersign.processor;

import com.palantir.javapoet.TypeSpec;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/** Writes what the uses call for: classes in the round that brings them, lists in the last. */
final class Generation {
  /** Stands in the names of what is generated where no declarations say what the application is. */
  private static final String UNKNOWN = "unknown";

  private final Diagnostics diagnostics;
  private final ClassOutput output;
  private final ProjectReader project;
  private final ProcessedClasses processed;
  private final GeneratedFiles files;
  private final InjectorFiles injectors;
  private final Lints lints;
  private final Lazy<String> id = new Lazy<>(this::nameModule);
  private final Leftovers leftovers;
  private final Lazy<Earlier> earlier = new Lazy<>(this::readEarlier);
  private final Lazy<Modules> modules = new Lazy<>(this::readModules);

  Generation(
      ProcessingEnvironment environment,
      ClassOutput output,
      ProjectReader project,
      ProcessedClasses processed,
      GeneratedFiles files,
      Diagnostics diagnostics,
      UseReader reader) {
    this.lints = new Lints(environment.getElementUtils());
    this.diagnostics = diagnostics;
    this.output = output;
    this.project = project;
    this.processed = processed;
    this.files = files;
    this.leftovers = Leftovers.in(environment.getFiler(), output, processed, diagnostics);
    this.injectors =
        new InjectorFiles(environment.getTypeUtils(), files, lints, processed, reader, diagnostics);
  }

  /** Writes the injectors and creators of one round, and the module that serves them. */
  void generate(int round, List<UseClass> classes) {
    List<UseClass> whole = classes.stream().filter(UseClass::whole).toList();
    whole.stream()
        .filter(each -> each.kind() != Kind.INJECTED)
        .forEach(each -> files.write(each.generatedName(), write(each), lints.of(each)));
    if (!whole.isEmpty() || isKnownAlready()) {
      for (Modules.Module module : modules.get().add(round, whole)) {
        module.changed().forEach(each -> injectors.write(each, whole));
        files.write(module.name(), ModuleWriter.write(module.name(), id.get(), module.classes()));
      }
    }
  }

  /** Says whether an earlier compilation listed classes that this one can list again. */
  private boolean isKnownAlready() {
    return ManifestWriter.isAnyIn(output)
        && project.readQuietly().isPresent()
        && !earlier.get().isEmpty();
  }

  /**
   * Returns the classes that were held against other declarations than those of now, and are not
   * compiled: their uses must be held against them again, or a build that begins anew would fail.
   */
  List<TypeElement> outdated() {
    Optional<Project> known = modules.wasAsked() ? project.readQuietly() : Optional.empty();
    if (known.isEmpty() || earlier.get().knew(known.get().declarations())) {
      return List.of();
    }
    return modules.get().kept().stream()
        .flatMap(each -> processed.find(each.name()).stream())
        .toList();
  }

  /** Writes the lists, or removes them when nothing uses secrets. */
  void finish() {
    if (modules.wasAsked()) {
      project.readQuietly().ifPresent(known -> write(known, modules.get().classes()));
    }
  }

  private void write(Project known, List<SecretClass> classes) {
    ManifestWriter manifest = new ManifestWriter(output, id.get());
    ServicesWriter services = new ServicesWriter(output);
    if (classes.isEmpty()) {
      manifest.delete(known);
      services.delete();
      output.delete(Reachability.path(id.get())); // what resists tells in vain
    } else {
      manifest.write(known, classes);
      services.write(classes);
      Reachability.of(id.get(), known, classes, new ReflectiveAccess(processed)).write(output);
    }
    leftovers.delete(earlier.get(), classes);
    processed.described().ifPresent(module -> requireProvided(module, classes));
  }

  private void requireProvided(ModuleElement module, List<SecretClass> classes) {
    ProvidesCheck.check(module, classes).ifPresent(report -> diagnostics.report(report, module));
  }

  private static TypeSpec write(UseClass each) {
    return each.kind() == Kind.SET ? SetWriter.write(each) : FactoryWriter.write(each);
  }

  private Modules readModules() {
    return new Modules(
        id.get(),
        moduleWithDescriptor(),
        earlier.get().classes(),
        this::stays,
        each -> existsClass(each.canonicalName()));
  }

  private Earlier readEarlier() {
    return Earlier.in(output, id.get(), processed);
  }

  /** Says whether a class is not compiled now, and is in the output still. */
  private boolean stays(SecretClass each) {
    return !processed.contains(each.name()) && existsClass(each.name());
  }

  private boolean existsClass(String binaryName) {
    return output.exists(binaryName.replace('.', '/') + ".class");
  }

  private String nameModule() {
    Optional<Project> known = project.readQuietly();
    String application = known.map(each -> each.declarations().application()).orElse(UNKNOWN);
    return moduleWithDescriptor()
        .map(module -> ModuleId.of(application, module))
        .orElseGet(() -> ModuleId.of(application, known.map(Project::root), output.directory()));
  }

  /**
   * Returns the named module whose descriptor is, or will be, in this output: not that of tests.
   */
  private Optional<String> moduleWithDescriptor() {
    boolean isHere = processed.described().isPresent() || output.exists("module-info.class");
    return isHere ? processed.moduleName() : Optional.empty();
  }
}
