package dev.countersign.benchmarks.compile;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Claims one annotation and does nothing: what any processor costs. */
@SupportedAnnotationTypes("dev.countersign.Secret")
public final class EmptyProcessor extends AbstractProcessor {
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // what it is there for
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    return true;
  }
}
