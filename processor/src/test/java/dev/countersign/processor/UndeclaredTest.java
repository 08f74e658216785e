package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndeclaredTest {
  @TempDir Path root;

  @Test
  void undeclaredSecret_isReportedAtTheAnnotationValue_withNearMissAndCommand() throws Exception {
    declare(root, "[secrets.GitHubToken]");
    JavaFileObject source =
        source(
            "GitHubClient",
            "class GitHubClient {",
            "  @Secret(\"GitHubAPIToken\")",
            "  private SecretValue token;",
            "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining(
            """
            [Secret/Undeclared] GitHubAPIToken is not declared (GitHubClient.token)
              similar: GitHubToken
              fix: write @Secret("GitHubToken"), or: secret set --type local GitHubAPIToken   (declares it too)""")
        .inFile(source)
        .onLineContaining("@Secret(\"GitHubAPIToken\")");
    assertEquals(11, compilation.errors().get(0).getColumnNumber());
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void nameThatResemblesNothing_isOfferedTheCommandAlone() throws Exception {
    declare(root, "[secrets.GitHubToken]");
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"StripeKey\") String key;", "}");
    assertThat(compile(root, source))
        .hadErrorContaining(
            """
            [Secret/Undeclared] StripeKey is not declared (Shop.key)
              fix: secret set --type local StripeKey   (declares it too)""")
        .inFile(source)
        .onLineContaining("@Secret(\"StripeKey\")");
  }

  @Test
  void nameThatDiffersInCase_isOfferedTheDeclaredOneAndNoSecondDeclaration() throws Exception {
    declare(root, "[secrets.GitHubToken]");
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"githubToken\") String key;", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("fix: write @Secret(\"GitHubToken\"); the case of letters counts")
        .inFile(source)
        .onLineContaining("@Secret(\"githubToken\")");
    assertThat(compilation).hadErrorCount(1);
    assertFalse(compilation.errors().get(0).getMessage(null).contains("secret set"));
  }

  @Test
  void constantOfAnotherClass_isReadAndReportedWhereItIsUsed() throws Exception {
    declare(root, "[secrets.GitHubToken]");
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  @Secret(Names.PREFIX + \"Key\") String key;",
            "  static final class Names { static final String PREFIX = \"Stripe\"; }",
            "}");
    assertThat(compile(root, source))
        .hadErrorContaining("[Secret/Undeclared] StripeKey is not declared (Shop.key)")
        .inFile(source)
        .onLineContaining("@Secret(Names.PREFIX");
  }

  @Test
  void everyUseInOneClass_isReportedOnItsOwnLine() throws Exception {
    declare(root);
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  @Secret(\"One\") String one;",
            "  static class Inner {",
            "    @Secret(\"Two\") static String two;",
            "  }",
            "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("One is not declared (Shop.one)")
        .inFile(source)
        .onLineContaining("@Secret(\"One\")");
    assertThat(compilation)
        .hadErrorContaining("Two is not declared (Shop.Inner.two)")
        .inFile(source)
        .onLineContaining("@Secret(\"Two\")");
    assertThat(compilation).hadErrorCount(2);
  }

  @Test
  void sameLabelInTwoPackages_isReportedForBoth() throws Exception {
    declare(root);
    JavaFileObject one = source("Shop", "class Shop {", "  @Secret(\"One\") String one;", "}");
    JavaFileObject other =
        JavaFileObjects.forSourceString(
            "com.other.Shop",
            """
            package com.other;
            class Shop {
              @dev.countersign.Secret("One") String one;
            }
            """);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new SecretProcessor())
            .withOptions("-Acountersign.root=" + root)
            .compile(one, other);
    assertThat(compilation).hadErrorCount(2);
  }
}
