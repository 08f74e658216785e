package dev.countersign.processor;

import com.palantir.javapoet.TypeSpec;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Writes what the uses call for: classes in the round that brings them, lists in the last. */
final class Generation {
  /** Stands in the names of what is generated where no declarations say what the application is. */
  private static final String UNKNOWN = "unknown";

  private final ClassOutput output;
  private final ProjectReader project;
  private final ProcessedClasses processed;
  private final GeneratedFiles files;
  private final InjectorWriter injectors;
  private final Elements elements;
  private final Lazy<String> id = new Lazy<>(this::nameModule);
  private final Lazy<Modules> modules = new Lazy<>(this::readModules);

  Generation(
      ProcessingEnvironment environment,
      ClassOutput output,
      ProjectReader project,
      ProcessedClasses processed,
      Diagnostics diagnostics) {
    this.elements = environment.getElementUtils();
    this.output = output;
    this.project = project;
    this.processed = processed;
    this.files = new GeneratedFiles(environment.getFiler(), processed, diagnostics);
    this.injectors = new InjectorWriter(new WildcardTypes(environment.getTypeUtils()));
  }

  /** Writes the injectors and creators of one round, and the module that serves them. */
  void generate(int round, List<UseClass> classes) {
    List<UseClass> whole = classes.stream().filter(UseClass::whole).toList();
    whole.forEach(each -> files.write(each.generatedName(), write(each), isDeprecated(each)));
    if (!whole.isEmpty() || ManifestWriter.isAnyIn(output)) {
      for (Modules.Module module : modules.get().add(round, whole)) {
        files.write(module.name(), ModuleWriter.write(module.name(), id.get(), module.classes()));
      }
    }
  }

  /** Writes the manifest and the services file, or removes them when nothing uses secrets. */
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
    } else {
      manifest.write(known, classes);
      services.write(classes);
    }
  }

  private boolean isDeprecated(UseClass each) {
    Stream<Element> named = each.uses().stream().map(Use::element);
    return Stream.concat(Enclosing.all(each.element()), named).anyMatch(elements::isDeprecated);
  }

  private TypeSpec write(UseClass each) {
    return each.kind() == Kind.SET ? SetWriter.write(each) : injectors.write(each);
  }

  private Modules readModules() {
    return new Modules(id.get(), new ManifestWriter(output, id.get()).earlier(), processed);
  }

  private String nameModule() {
    Optional<Project> known = project.readQuietly();
    return ModuleId.of(
        known.map(each -> each.declarations().application()).orElse(UNKNOWN),
        known.map(Project::root),
        output.directory());
  }
}
