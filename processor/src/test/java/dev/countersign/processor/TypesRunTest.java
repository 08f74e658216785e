package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of site, in every place, compiled under every lint, loaded and run. */
class TypesRunTest {
  /** Each type with a secret of its name, in the order of the values below. */
  private static final String[] TYPES = {
    "SecretValue Text",
    "String Text",
    "char[] Text",
    "byte[] Text",
    "URI Uri",
    "int Number",
    "Integer Number",
    "long Number",
    "Long Number",
    "boolean Flag",
    "Boolean Flag",
    "Duration Timeout",
    "Path Text",
    "Mode Mode",
    "PrivateKey Key"
  };

  private static final String PRINTED =
      "SecretValue[redacted] text text text https://example.com 42 42 42 42 true true PT30S text"
          + " LIVE EdDSA ";

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void declareTheSecrets() throws IOException {
    project =
        new Workspace(root).declare("Text", "Uri", "Number", "Flag", "Timeout", "Mode", "Key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"private %s", "%s", "private static %s", "static %s"})
  void fields_takeEveryType(String modifiers) throws Exception {
    StringBuilder fields = new StringBuilder();
    StringBuilder body = new StringBuilder("s.inject(this); s.inject(Main.class);");
    if (!modifiers.contains("static")) {
      body = new StringBuilder("s.inject(this);");
    } else {
      body = new StringBuilder("s.inject(Main.class);");
    }
    body.append("String r = \"\";");
    for (int i = 0; i < TYPES.length; i++) {
      String[] parts = TYPES[i].split(" ", 2);
      fields.append(
          "@Secret(\"%s\") %s f%d;\n".formatted(parts[1], modifiers.formatted(parts[0]), i));
      body.append("r += print(f").append(i).append(") + \" \";");
    }
    assertEquals(PRINTED, run(fields.toString(), body + "return r;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Optional<%s>", "Supplier<%s>", "Supplier<Optional<%s>>"})
  void wrappers_takeEveryType(String wrapper) throws Exception {
    StringBuilder fields = new StringBuilder();
    StringBuilder body = new StringBuilder("s.inject(this); String r = \"\";");
    String get = wrapper.startsWith("Supplier<O") ? ".get().get()" : ".get()";
    for (int i = 0; i < TYPES.length; i++) {
      String[] parts = TYPES[i].split(" ", 2);
      String type = wrapper.formatted(boxed(parts[0]));
      fields.append("@Secret(\"%s\") private %s f%d;\n".formatted(parts[1], type, i));
      fields.append("@Secret(\"%s\") %s g%d;\n".formatted(parts[1], type, i));
      body.append("r += print(f" + i + get + ") + \" \";");
      body.append("if (!print(g" + i + get + ").equals(print(f" + i + get + "))) return \"?\";");
    }
    assertEquals(PRINTED, run(fields.toString(), body + "return r;"));
  }

  @Test
  void setsAndConstructors_takeEveryType() throws Exception {
    StringBuilder methods = new StringBuilder();
    StringBuilder components = new StringBuilder();
    StringBuilder body =
        new StringBuilder(
            "Set set = s.create(Set.class); Record rec = s.create(Record.class);"
                + " Made made = s.create(Made.class); String r = \"\";");
    StringBuilder assignments = new StringBuilder();
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < TYPES.length; i++) {
      String[] parts = TYPES[i].split(" ", 2);
      String site = "@Secret(\"%s\") %s f%d".formatted(parts[1], parts[0], i);
      methods.append(site).append("();\n");
      components.append(i == 0 ? "" : ", ").append(site);
      assignments.append("this.f%1$d = f%1$d;".formatted(i));
      fields.append("final %s f%d;\n".formatted(parts[0], i));
      body.append(
          "String p%1$d = print(set.f%1$d()); r += p%1$d + \" \";".formatted(i)
              + "if (!p%1$d.equals(print(rec.f%1$d()))) return \"record %1$d\";".formatted(i)
              + "if (!p%1$d.equals(print(made.f%1$d))) return \"made %1$d\";".formatted(i));
    }
    String types =
        "@SecretSet interface Set {%s}\n".formatted(methods)
            + "@SecretSet record Record(%s) {}\n".formatted(components)
            + "static class Made { %s Made(%s) { %s } }".formatted(fields, components, assignments);
    assertEquals(PRINTED, run(types, body + "return r;"));
  }

  @Test
  void typeAnnotationsOnEveryLevel_doNotMatter() throws Exception {
    String members =
        """
        @java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE_USE, java.lang.annotation.ElementType.FIELD})
        @interface Nullable {}
        @Secret("Number") @Nullable int number;
        @Secret("Mode") private @Nullable Mode mode;
        @Secret("Text") private byte @Nullable [] bytes;
        @Secret("Uri") @Nullable Supplier<@Nullable Optional<@Nullable URI>> uri;
        @SecretSet interface Set {
          @Secret("Number") @Nullable Integer number();
          @Secret("Timeout") @Nullable Optional<java.time.@Nullable Duration> timeout();
        }
        """;
    assertEquals(
        "42 LIVE text https://example.com 42 PT30S",
        run(
            members,
            """
            s.inject(this);
            Set set = s.create(Set.class);
            return number + " " + mode + " " + new String(bytes) + " " + uri.get().get() + " "
                + set.number() + " " + set.timeout().get();
            """));
  }

  private String run(String members, String body) throws Exception {
    project.source(
        "com/acme/Main",
        """
        package com.acme;
        import dev.countersign.Secret;
        import dev.countersign.SecretSet;
        import dev.countersign.runtime.SecretValue;
        import dev.countersign.runtime.Secrets;
        import java.net.URI;
        import java.nio.file.Path;
        import java.security.PrivateKey;
        import java.time.Duration;
        import java.util.Optional;
        import java.util.function.Function;
        import java.util.function.Supplier;
        public class Main implements Function<Secrets, String> {
          enum Mode { TEST, LIVE }
          %s
          static String print(Object value) {
            if (value instanceof char[] chars) { return new String(chars); }
            if (value instanceof byte[] bytes) { return new String(bytes); }
            return value instanceof PrivateKey key ? key.getAlgorithm() : String.valueOf(value);
          }
          public String apply(Secrets s) { %s }
        }
        """
            .formatted(members, body));
    project.compile("-Xlint:all,-processing", "-Werror", "-Acountersign.missing=off").orFail();
    return project.run("com.acme.Main", values());
  }

  private static Map<String, String> values() throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("Text", "text");
    values.put("Uri", "https://example.com");
    values.put("Number", "42");
    values.put("Flag", "true");
    values.put("Timeout", "30s");
    values.put("Mode", "LIVE");
    byte[] key =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    values.put(
        "Key",
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
    return values;
  }

  private static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "long" -> "Long";
      case "boolean" -> "Boolean";
      default -> type;
    };
  }
}
