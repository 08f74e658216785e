package dev.countersign.benchmarks.compile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The sample classes of a style, in memory. */
final class Sources {
  private Sources() {}

  static List<JavaFileObject> of(Style style, int classes) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      sources.add(source(Style.className(i), style.source(i)));
    }
    if (!style.support().isEmpty()) {
      sources.add(source("SampleValue", style.support()));
    }
    return sources;
  }

  private static JavaFileObject source(String name, String text) {
    URI uri = URI.create("memory:///sample/" + name + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
