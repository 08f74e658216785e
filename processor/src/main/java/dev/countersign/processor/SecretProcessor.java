package dev.countersign.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Checks every {@code @Secret} against {@code secrets.toml}, and generates what fills it.
 *
 * <p>Never opens or reads a value: it knows names, types and versions. Sees what a compiler shows
 * to processors, so no local class and no method body.
 *
 * <p>Takes every annotation and claims none, so that a class that loses its last {@code @Secret}
 * leaves the manifest, and other processors see what they would see without it.
 */
@AutoService(Processor.class)
public final class SecretProcessor extends AbstractProcessor {
  private @Nullable Compilation compilation;
  private boolean failed;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Options.ROOT, Options.CHECK, Options.MISSING, Options.NAMES);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    if (!failed) {
      try {
        process(compilation(), annotations, environment);
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        failed = true;
        processingEnv
            .getMessager()
            .printMessage(Diagnostic.Kind.ERROR, Fault.of("the processor", e));
      }
    }
    return false;
  }

  private Compilation compilation() {
    if (compilation == null) {
      compilation = new Compilation(processingEnv);
    }
    return compilation;
  }

  private static void process(
      Compilation compilation,
      Set<? extends TypeElement> annotations,
      RoundEnvironment environment) {
    if (environment.processingOver()) {
      compilation.finish(environment.errorRaised());
    } else {
      compilation.round(annotations, environment);
    }
  }
}
