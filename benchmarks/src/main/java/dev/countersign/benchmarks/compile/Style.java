package dev.countersign.benchmarks.compile;

/** How a sample class asks for its three secrets. */
enum Style {
  /** It does not. */
  PLAIN("", "", "String"),
  SECRET("import dev.countersign.Secret;", "@Secret(\"SampleSecret%d\")", "String"),
  DAGGER("import javax.inject.Inject;", "@Inject", "String"),
  MICRONAUT("import jakarta.inject.Inject;", "@Inject", "SampleValue");

  private static final int FIELDS = 3;
  private static final int LINES = 60;

  /** How many names are declared; classes share them. */
  static final int NAMES = 300;

  private final String imports;
  private final String annotation;
  private final String type;

  Style(String imports, String annotation, String type) {
    this.imports = imports;
    this.annotation = annotation;
    this.type = type;
  }

  /** Returns what must stand beside the sample classes, or an empty text. */
  String support() {
    return this == MICRONAUT
        ? "package sample;\n@jakarta.inject.Singleton\npublic class SampleValue {}\n"
        : "";
  }

  /** Returns a class of sixty lines. */
  String source(int number) {
    StringBuilder text = new StringBuilder("package sample;\n").append(imports).append('\n');
    text.append("public class ").append(className(number)).append(" {\n");
    for (int i = 0; i < FIELDS; i++) {
      int name = (number * FIELDS + i) % NAMES;
      text.append("  ").append(annotation.formatted(name)).append('\n');
      text.append("  ").append(type).append(" field").append(i).append(";\n");
    }
    int methods = (LINES - (int) text.chars().filter(each -> each == '\n').count() - 1) / 5;
    for (int i = 0; i < methods; i++) {
      text.append(method(i));
    }
    return text.append("}\n").toString();
  }

  static String className(int number) {
    return "Sample" + number;
  }

  private static String method(int number) {
    return """

      public int method%d(int first, String second) {
        int sum = first + second.length();
        return sum > 10 ? sum : method%d(sum + 1, second + first);
      }
    """
        .formatted(number, number);
  }
}
