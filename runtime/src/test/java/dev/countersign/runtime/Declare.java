package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Format;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes declarations for tests, changing one thing at a time. */
record Declare(Declaration done) {
  static Declare declare(String name) {
    return new Declare(Declaration.of(new SecretName(name)));
  }

  /** Returns a manifest of these; {@code Client.token} uses Token, where that is declared. */
  static Manifest manifest(String id, Declaration... declarations) {
    return manifest(id, "app", declarations);
  }

  static Manifest manifest(String id, String application, Declaration... declarations) {
    Map<SecretName, Declaration> secrets = new TreeMap<>();
    for (Declaration declaration : declarations) {
      secrets.put(declaration.name(), declaration);
    }
    return new Manifest(
        id,
        new Declarations(application, secrets, Map.of(), List.of("")),
        "00",
        secrets.containsKey(new SecretName("Token"))
            ? List.of(client(use("token", "SecretValue")))
            : List.of());
  }

  /** Returns a manifest that declares nothing, in which {@code Client.token} uses Token. */
  static Manifest manifestOfUndeclaredUse() {
    Manifest manifest = manifest("app");
    return new Manifest(
        manifest.id(),
        manifest.declarations(),
        manifest.digest(),
        List.of(client(use("token", "SecretValue"))));
  }

  /** Returns a manifest in which another member of {@code Client} takes Token, as a type. */
  static Manifest manifestWithSite(String member, String type) {
    Manifest manifest = manifest("app", declare("Token").done());
    return new Manifest(
        manifest.id(),
        manifest.declarations(),
        manifest.digest(),
        List.of(client(use("token", "SecretValue"), use(member, type))));
  }

  private static SecretClass client(SecretUse... uses) {
    return new SecretClass("a.Client", SecretClass.Kind.INJECTED, "a.Module", List.of(uses));
  }

  private static SecretUse use(String member, String type) {
    return new SecretUse(new SecretName("Token"), member, type, false, false);
  }

  /** Returns what a program declares whose manifests these are, the application's first. */
  static Catalog catalog(Manifest... manifests) {
    List<FoundManifest> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      found.add(new FoundManifest(manifest.id() + ".jar", manifest));
    }
    return Catalog.of(found);
  }

  Declare described(String description) {
    return new Declare(
        new Declaration(
            done.name(),
            description,
            done.env(),
            done.types(),
            done.pattern(),
            done.minVersions(),
            done.format(),
            done.optional(),
            done.external(),
            done.directory()));
  }

  Declare env(String variable) {
    return with(
        List.of(variable),
        done.types(),
        done.pattern(),
        done.format(),
        done.optional(),
        done.external());
  }

  Declare types(EnvironmentType type) {
    return with(
        done.env(),
        EnumSet.of(type),
        done.pattern(),
        done.format(),
        done.optional(),
        done.external());
  }

  Declare pattern(String pattern) {
    return with(done.env(), done.types(), pattern, done.format(), done.optional(), done.external());
  }

  Declare format(Format format) {
    return with(done.env(), done.types(), done.pattern(), format, done.optional(), done.external());
  }

  Declare optional() {
    return with(done.env(), done.types(), done.pattern(), done.format(), true, done.external());
  }

  Declare external(EnvironmentType type) {
    return with(
        done.env(), done.types(), done.pattern(), done.format(), done.optional(), Set.of(type));
  }

  Declare in(String directory) {
    return new Declare(
        new Declaration(
            done.name(),
            done.description(),
            done.env(),
            done.types(),
            done.pattern(),
            done.minVersions(),
            done.format(),
            done.optional(),
            done.external(),
            directory));
  }

  private Declare with(
      List<String> env,
      Set<EnvironmentType> types,
      String pattern,
      Format format,
      boolean optional,
      Set<EnvironmentType> external) {
    return new Declare(
        new Declaration(
            done.name(), null, env, types, pattern, Map.of(), format, optional, external, ""));
  }
}
