package dev.countersign.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a developer and a build tool do to a project that was compiled. Afterwards its output must
 * be that of a clean build.
 */
interface Scenario {

  /** Steps that are taken one after the other. */
  interface Steps {
    void take(Build build) throws IOException;
  }

  Steps steps();

  /** Returns every scenario that there is. */
  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>(List.of(ClassScenario.values()));
    all.addAll(List.of(PackageScenario.values()));
    all.addAll(List.of(OutputScenario.values()));
    all.addAll(List.of(DeclarationScenario.values()));
    return all;
  }

  /** Writes and compiles what every scenario begins with. */
  static void begin(Build build) throws IOException {
    build
        .declare("Key", "Token")
        .source("com.a.A", site("A", "Key"))
        .source("com.b.B", site("B", "Token"))
        .source("com.c.C", "public class C {}")
        .compileAll();
  }

  /** Returns a class with every kind of field that is filled, one of them in a class within. */
  static String sites(String name) {
    return """
        @Deprecated
        public class %s<T extends Comparable<T>> {
          enum Mode { k }
          @Secret("Token") private String hidden;
          @Secret("Key") char[] plain;
          @Secret("Token") static byte[] shared;
          @Secret("Key") private static Mode mode;
          @Deprecated(forRemoval = true) @Secret("Token") protected Supplier<Optional<String>> old;
          T other;
          private static class Within { @Secret("Key") String value; }
          static class Statics { @Secret("Key") static Optional<char[]> value; }
        }
        """
        .formatted(name);
  }

  /** Returns a class with many fields for a secret. */
  static String many(String name, int fields) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < fields; i++) {
      members.append("@Secret(\"Key\") String value").append(i).append(";\n");
    }
    return "public class " + name + " {\n" + members + "}";
  }

  /** Returns a class with one field for a secret. */
  static String site(String name, String secret) {
    return "public class " + name + " { @Secret(\"" + secret + "\") public String value; }";
  }

  /** Returns the class B, with a nested class that has a secret of its own. */
  static String nested(String secret) {
    String inner = "static class In { @Secret(\"" + secret + "\") String value; }";
    return "public class B { @Secret(\"Token\") String value; " + inner + " }";
  }

  /** Returns the class B, with a constructor of these parameters. */
  static String constructor(String parameters) {
    return "public class B { public B(" + parameters + ") {} }";
  }

  /** Returns an interface that has to be implemented. */
  static String set(String name, String secret) {
    return "@SecretSet public interface " + name + " { @Secret(\"" + secret + "\") String get(); }";
  }
}
