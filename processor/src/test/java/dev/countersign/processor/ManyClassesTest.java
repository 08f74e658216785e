package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package of very many classes stays within what a method of Java may hold. */
class ManyClassesTest {
  @Test
  void lastOfManyClasses_isFilledLikeTheFirst(@TempDir Path root) throws Exception {
    Workspace project = new Workspace(root).declare("Key");
    StringBuilder nested = new StringBuilder();
    for (int i = 1000; i < 1600; i++) {
      nested.append("public static class C%d { @Secret(\"Key\") String k; }\n".formatted(i));
    }
    project.source(
        "com/acme/Main",
        """
        package com.acme;
        import dev.countersign.Secret;
        import dev.countersign.runtime.Secrets;
        public class Main implements java.util.function.Function<Secrets, String> {
          %s
          public String apply(Secrets secrets) {
            C1000 first = new C1000();
            C1500 next = new C1500();
            C1599 last = new C1599();
            secrets.inject(first);
            secrets.inject(next);
            secrets.inject(last);
            return first.k + next.k + last.k;
          }
        }
        """
            .formatted(nested));
    project.compile("-Acountersign.missing=off").orFail();
    String module = project.read("com/acme/SecretModule_shop_build_classes.java");
    assertTrue(module.contains("|| SecretInjectorsPart2Of_shop_build_classes.inject("), module);
    assertEquals("kkk", project.run("com.acme.Main", Map.of("Key", "k")));
  }
}
