package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declarations;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Generates the constants that an option asks for, in the first round and before any use is read.
 */
final class Constants {
  private final Options options;
  private final ProjectReader project;
  private final ClassOutput output;
  private final ProcessedClasses processed;
  private final GeneratedFiles files;
  private final Diagnostics diagnostics;
  private final Elements elements;

  Constants(
      Options options,
      ProjectReader project,
      ClassOutput output,
      ProcessedClasses processed,
      GeneratedFiles files,
      Diagnostics diagnostics,
      Elements elements) {
    this.options = options;
    this.project = project;
    this.output = output;
    this.processed = processed;
    this.files = files;
    this.diagnostics = diagnostics;
    this.elements = elements;
  }

  /** Writes the constants, and says whether there are new ones that uses must wait for. */
  boolean generate() {
    if (!options.asksForNames()) {
      return false;
    }
    Optional<Declarations> declarations =
        project.read(null, diagnostics).map(ProjectFacts::declarations);
    return declarations.isPresent()
        && options.names().isPresent()
        && generate(options.names().get(), declarations.get());
  }

  private boolean generate(String className, Declarations declarations) {
    if (isElsewhere(className) || !areNames(declarations)) {
      return false;
    }
    ClassName name = nameOf(className);
    return files.write(name, ConstantsWriter.write(name, declarations));
  }

  /** The compilation of tests sees the constants of the main one, and needs none of its own. */
  private boolean isElsewhere(String className) {
    TypeElement type = elements.getTypeElement(className);
    return type != null
        && !processed.contains(type)
        && !output.exists(className.replace('.', '/') + ".class");
  }

  private boolean areNames(Declarations declarations) {
    List<SecretName> words =
        declarations.secrets().keySet().stream()
            .filter(name -> !SourceVersion.isName(name.value()))
            .toList();
    for (SecretName word : words) {
      String fact = word + " is a word of Java, and no constant can be called so";
      diagnostics.report(
          Report.of(Code.INVALID_OPTION, null, fact)
              .fix("rename the secret, or leave out -A" + Options.NAMES));
    }
    return words.isEmpty();
  }

  private static ClassName nameOf(String className) {
    int end = className.lastIndexOf('.');
    return ClassName.get(className.substring(0, Math.max(0, end)), className.substring(end + 1));
  }
}
