package dev.countersign.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Somebody else's processor: generates, in the first round, the sources of a directory. */
final class SourceGenerator extends AbstractProcessor {
  static final String DIRECTORY = "test.generate";

  private boolean done;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(DIRECTORY);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    String directory = processingEnv.getOptions().get(DIRECTORY);
    if (!done && directory != null && Files.isDirectory(Path.of(directory))) {
      generate(Path.of(directory));
    }
    done = true;
    return false;
  }

  private void generate(Path directory) {
    try {
      for (Path file : files(directory)) {
        String path = directory.relativize(file).toString().replace('\\', '.').replace('/', '.');
        String name = path.substring(0, path.length() - ".java".length());
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
