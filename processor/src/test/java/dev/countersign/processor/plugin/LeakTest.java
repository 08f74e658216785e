package dev.countersign.processor.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plaintexts that go where people can read them. */
class LeakTest {
  /** What the statements of each test may use. */
  private static final String[] MEMBERS = {
    "@Secret(\"Token\") SecretValue token;",
    "@Secret(\"Password\") String password;",
    "@Secret(\"Pin\") char[] pin;",
    "@Secret(\"Dsn\") Optional<String> dsn;",
    "@Secret(\"Uri\") java.net.URI uri;",
    "@SecretSet interface Keys { @Secret(\"Key\") String key(); @Secret(\"Token\") SecretValue token(); }",
    "@SecretSet record Pair(@Secret(\"Key\") String key) {}",
    "Keys keys; Pair pair; Secrets secrets;",
    "static final System.Logger LOG = System.getLogger(\"x\");",
    "static final java.util.logging.Logger JUL = java.util.logging.Logger.getLogger(\"x\");",
    "void header(String name, String value) {}",
    "boolean some() { return true; }",
  };

  @TempDir Path root;
  PluginProject project;

  @BeforeEach
  void writeTheProject() throws Exception {
    project = new PluginProject(root).declare("Token");
  }

  @Test
  void revealedValue_isReportedWhereItGoes() throws Exception {
    List<String> bodies =
        List.of(
            "System.out.println(token.reveal());//to System.out",
            "System.out.println(\"token \" + token.reveal());//to System.out",
            "System.err.printf(\"%s%n\", token.reveal());//to System.err",
            "System.out.println(token.revealChars());//to System.out",
            "System.out.format(\"%s\", new String(token.revealBytes()));//to System.out",
            "LOG.log(System.Logger.Level.INFO, \"token \" + token.reveal());//to a logger",
            "LOG.log(System.Logger.Level.INFO, () -> \"token \" + token.reveal());//to a logger",
            "LOG.log(System.Logger.Level.INFO, \"{0}\", token.reveal());//to a logger",
            "JUL.info(token.reveal().trim());//to a logger",
            "JUL.warning(String.format(\"%s\", token.reveal()));//to a logger",
            "JUL.warning(\"%s\".formatted(token.reveal()));//to a logger",
            "JUL.log(java.util.logging.Level.INFO, \"x\", new Object[] {token.reveal()});//to a logger",
            "JUL.info(\"a\".concat(token.reveal()).strip().substring(1));//to a logger",
            "JUL.info(some() ? token.reveal() : \"none\");//to a logger",
            "JUL.info((String) (token.reveal()));//to a logger",
            "JUL.info(new StringBuilder().append(\"a\").append(token.reveal()).toString());//to a logger",
            "JUL.info(switch (1) { case 1 -> token.reveal(); default -> \"\"; });//to a logger",
            "JUL.info(Base64.getEncoder().encodeToString(token.revealBytes()));//to a logger",
            "JUL.info(Optional.of(token.reveal()).get());//to a logger",
            "if (some()) throw new IllegalStateException(\"bad \" + token.reveal());//in an exception",
            "if (some()) throw new IllegalStateException(token.reveal(), null);//in an exception",
            "assert some() : token.reveal();//in an exception",
            "System.out.println(keys.token().reveal());//to System.out",
            "System.out.println(secrets.get(\"Token\").reveal());//to System.out",
            "System.out.println(secrets.find(\"Token\").orElseThrow().reveal());//to System.out");
    List<String> found = found(bodies);
    assertEquals(bodies.size(), found.size(), String.join("\n", found));
    for (int i = 0; i < bodies.size(); i++) {
      String[] parts = bodies.get(i).split("//", -1);
      String expected =
          "WARNING `%s//%s` [Secret/Leak] Token is revealed %s (Client.run%d())\n  fix: "
              .formatted(parts[0], parts[1], parts[1], i);
      assertEquals(expected, found.get(i).substring(0, expected.length()));
    }
  }

  @Test
  void plainSite_isReportedWithTheSaferForm() throws Exception {
    List<String> bodies =
        List.of(
            "System.out.println(password);//Password//Client.password a SecretValue",
            "System.out.println(this.password);//Password//Client.password a SecretValue",
            "System.out.println(pin);//Pin//Client.pin a SecretValue",
            "System.out.println(dsn.orElse(\"\"));//Dsn//Client.dsn an Optional<SecretValue>",
            "System.out.println(dsn);//Dsn//Client.dsn an Optional<SecretValue>",
            "System.out.println(\"connecting to \" + uri);//Uri//Client.uri a SecretValue",
            "System.out.println(uri.toString());//Uri//Client.uri a SecretValue",
            "System.out.println(keys.key());//Key//Keys.key() a SecretValue",
            "System.out.println(pair.key());//Key//Pair.key() a SecretValue",
            "System.out.println(String.valueOf(pin));//Pin//Client.pin a SecretValue",
            "System.out.println(\"password \" + password + \"!\");//Password//Client.password a SecretValue");
    List<String> found = found(bodies);
    assertEquals(bodies.size(), found.size(), String.join("\n", found));
    for (int i = 0; i < bodies.size(); i++) {
      String[] parts = bodies.get(i).split("//", -1);
      assertEquals(
          "WARNING `%s` [Secret/Leak] %s is revealed to System.out (Client.run%d())\n  fix: make %s"
                  .formatted(bodies.get(i), parts[1], i, parts[2])
              + ", which prints as SecretValue[redacted]",
          found.get(i));
    }
  }

  @Test
  void plaintext_isFollowedThroughVariables() throws Exception {
    List<String> bodies =
        List.of(
            "var text = token.reveal();\nvar copy = text.strip();\nJUL.info(copy);",
            "String text = \"\";\nif (some()) { text = token.reveal(); }\nJUL.info(text);",
            "String text;\nif (some()) { text = \"\"; } else { text = token.reveal(); }\nJUL.info(text);",
            "String text = \"\";\ntext += token.reveal();\nJUL.info(text);",
            "String text = null;\nwhile (some()) {\nif (some()) JUL.info(text);\ntext = token.reveal(); }",
            "StringBuilder text = new StringBuilder();\ntext.append(\"a\").append(token.reveal());\nJUL.info(text.toString());",
            "String text;\ntry { text = token.reveal(); } finally { some(); }\nJUL.info(text);",
            "String text = \"\";\ntry { text = token.reveal(); some(); } catch (RuntimeException e) {\nJUL.info(text); }",
            "String text = \"\";\nswitch (1) { case 1: text = token.reveal(); break; default: }\nJUL.info(text);",
            "String text = token.reveal();\nRunnable log = () ->\nJUL.info(text);",
            "String text = token.reveal();\nRunnable log = new Runnable() { public void run() {\nJUL.info(text); } };",
            "String[] texts = new String[1];\ntexts[0] = token.reveal();\nJUL.log(java.util.logging.Level.INFO, \"x\", texts);");
    List<String> found = found(bodies);
    assertEquals(bodies.size(), found.size(), String.join("\n", found));
    for (int i = 0; i < bodies.size(); i++) {
      assertTrue(found.get(i).startsWith("WARNING `"), found.get(i));
      assertTrue(found.get(i).contains("JUL."), found.get(i));
      assertTrue(
          found.get(i).contains("Token is revealed to a logger (Client.run" + i + "())"),
          found.get(i));
    }
  }

  @Test
  void harmlessUse_isNoDiagnostic() throws Exception {
    List<String> bodies =
        List.of(
            "JUL.info(\"token \" + token);",
            "JUL.info(\"token \" + token.source());",
            "JUL.info(\"length \" + token.reveal().length());",
            "JUL.info(\"empty \" + password.isEmpty() + (password == null));",
            "JUL.info(\"hash \" + password.hashCode());",
            "if (password.equals(\"x\")) throw new IllegalStateException(\"bad password\");",
            "header(\"Authorization\", \"Bearer \" + token.reveal());",
            "header(\"Authorization\", \"Basic \" + Base64.getEncoder().encodeToString((\"u:\" + password).getBytes()));",
            "header(\"X-Key\", token.reveal());",
            "header(\"X-Key\", \"key=\".concat(token.reveal()));",
            "String text = token.reveal();\nheader(\"\", text);\ntext = \"none\";\nJUL.info(text);",
            "String text = \"\";\nif (some()) { text = token.reveal(); header(\"\", text); return; }\nJUL.info(text);",
            "Supplier<String> text = () -> token.reveal();\nheader(\"\", text.get());",
            "byte[] hash = new byte[0];\ntry { hash = java.security.MessageDigest.getInstance(\"SHA-256\").digest(token.revealBytes()); } catch (java.security.GeneralSecurityException e) { throw new IllegalStateException(e); }\nJUL.info(HexFormat.of().formatHex(hash));",
            "JUL.info(\"pin \" + pin);",
            "JUL.info(\"host \" + uri.getHost());",
            "class Local { String token = \"x\"; }\nJUL.info(new Local().token);");
    assertEquals(List.of(), found(bodies));
  }

  @Test
  void textThatGoesNowhereKnown_isANote() throws Exception {
    List<String> bodies =
        List.of(
            "String text = \"token \" + token.reveal();",
            "header(\"url\", \"https://example.org/?t=\" + token.reveal() + \"&x\");",
            "String text = \"\"; text += token.reveal();",
            "String text = String.format(\"%s\", token.reveal());",
            "String text = new StringBuilder().append(token.reveal()).toString();");
    List<String> found = found(bodies);
    assertEquals(bodies.size(), found.size(), String.join("\n", found));
    for (int i = 0; i < bodies.size(); i++) {
      assertEquals(
          "NOTE `%s` [Secret/Leak] Token becomes part of a text (Client.run%d())\n"
                  .formatted(bodies.get(i), i)
              + "  fix: write token without reveal, which prints as SecretValue[redacted], or where"
              + " the plaintext is meant: \"…\".concat(…)",
          found.get(i));
    }
  }

  @Test
  void toString_thatReturnsAPlaintext_isReported() throws Exception {
    members(
        "@Override public String toString() {",
        "  return \"Client[\" + token.reveal() + \"]\"; }",
        "String value() { Supplier<String> s = () -> { return token.reveal(); }; return s.get(); }");
    assertEquals(
        List.of(
            "WARNING `return \"Client[\" + token.reveal() + \"]\"; }` [Secret/Leak] Token is revealed by"
                + " toString() (Client.toString())\n  fix: write token without reveal, which prints as"
                + " SecretValue[redacted]"),
        compile().found());
  }

  @Test
  void parameterOfAConstructor_isASite() throws Exception {
    members("Client(@Secret(\"Password\") String text, boolean loud) {", "  JUL.info(text); }");
    assertEquals(
        List.of(
            "WARNING `JUL.info(text); }` [Secret/Leak] Password is revealed to a logger (Client(text,"
                + " loud))\n  fix: make text a SecretValue, which prints as SecretValue[redacted]"),
        compile().found());
  }

  @Test
  void ownException_thatHandsAPlaintextOn_isReported() throws Exception {
    project.source(
        "BadToken",
        "class BadToken extends Exception {",
        "  private static final long serialVersionUID = 1;",
        "  BadToken(SecretValue token) {",
        "    super(\"bad token \" + token.reveal()); } }");
    assertEquals(
        List.of(
            "WARNING `super(\"bad token \" + token.reveal()); } }` [Secret/Leak] a secret is revealed in an"
                + " exception (BadToken(token))\n  fix: write token without reveal, which prints as"
                + " SecretValue[redacted]"),
        compile().found());
  }

  @Test
  void everyLogger_isKnownByItsName() throws Exception {
    List<String> loggers =
        List.of(
            "com.google.common.flogger.LoggingApi",
            "io.quarkus.logging.Log",
            "org.apache.commons.logging.Log",
            "org.apache.log4j.Category",
            "org.apache.logging.log4j.LogBuilder",
            "org.apache.logging.log4j.Logger",
            "org.jboss.logging.BasicLogger",
            "org.jboss.logging.Logger",
            "org.slf4j.Logger",
            "org.slf4j.MDC",
            "org.slf4j.spi.LoggingEventBuilder");
    List<String> bodies = new ArrayList<>();
    for (String logger : loggers) {
      int dot = logger.lastIndexOf('.');
      String name = logger.substring(dot + 1);
      project.file(
          "src/" + logger.replace('.', '/') + ".java",
          "package %s; public class %s { public void say(String text, Object more) {} }"
              .formatted(logger.substring(0, dot), name));
      bodies.add("new " + logger + "().say(\"\", token.reveal());");
      bodies.add("class Own extends " + logger + " { }\nnew Own().say(password, 1);");
    }
    List<String> found = found(bodies);
    assertEquals(bodies.size(), found.size(), String.join("\n", found));
    for (int i = 0; i < bodies.size(); i += 2) {
      assertTrue(found.get(i).contains("Token is revealed to a logger"), found.get(i));
      assertTrue(found.get(i + 1).contains("Password is revealed to a logger"), found.get(i + 1));
    }
  }

  @Test
  void suppressedCode_isNotReported() throws Exception {
    members(
        "@SuppressWarnings(\"Secret/Leak\") void one() { System.out.println(token.reveal()); }",
        "void two() { @SuppressWarnings({\"unused\", \"Secret/Leak\"}) String s = \"t\" + token.reveal(); }",
        "@SuppressWarnings(\"Secret/Other\") void three() {",
        "System.out.println(token.reveal()); }");
    List<String> found = compile().found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get(0).contains("(Client.three())"), found.get(0));
  }

  @Test
  void severity_isThatOfTheArgument() throws Exception {
    members(
        "void run() {", "System.out.println(token.reveal());", "String s = \"t\" + password; }");
    assertEquals(List.of("ERROR", "WARNING"), severities("leak=error concatenation=warning"));
    assertEquals(List.of("NOTE"), severities("leak=note concatenation=off"));
    assertEquals(List.of(), severities("leak=off concatenation=off"));
  }

  @Test
  void generatedClass_isNotReviewed() throws Exception {
    project.source(
        "Made",
        "@javax.annotation.processing.Generated(\"x\") class Made {",
        "  static void run(SecretValue v) { System.out.println(v.reveal()); } }");
    assertEquals(List.of(), compile().found());
  }

  private List<String> severities(String arguments) throws Exception {
    return project.arguments(arguments).compile("-proc:none").found().stream()
        .map(each -> each.substring(0, each.indexOf(' ')))
        .toList();
  }

  /** Compiles without the processor: where plaintexts go does not depend on what is declared. */
  private PluginProject.Compiled compile() throws Exception {
    return project.compile("-proc:none");
  }

  /** Returns what is found in methods with these bodies; the first is {@code run0}. */
  private List<String> found(List<String> bodies) throws Exception {
    List<String> methods = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      methods.add("void run" + i + "() {\n" + bodies.get(i) + "\n}");
    }
    members(methods.toArray(String[]::new));
    PluginProject.Compiled compiled = compile();
    assertTrue(compiled.succeeded(), compiled.messages().toString());
    return compiled.found();
  }

  private void members(String... lines) throws Exception {
    project.client(String.join("\n", MEMBERS), String.join("\n", lines));
  }
}
