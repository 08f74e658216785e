package dev.countersign.cli.gate;

import dev.countersign.cli.archive.AnnotatedClass;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.Packaged;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.UnlistedModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was built, put together: the manifests, and the classes that no manifest names. */
final class Built {
  private final List<Unit> units;
  private final List<FoundManifest> manifests = new ArrayList<>();
  private final Map<SecretName, List<SecretUser>> uses = new TreeMap<>();
  private final List<GateFinding> findings;

  private Built(List<Unit> units, List<GateFinding> findings) {
    this.units = units;
    this.findings = findings;
  }

  static Built of(List<Artifact> artifacts, List<GateFinding> findings) {
    Built built = new Built(Contents.of(artifacts, findings), findings);
    for (Unit unit : built.units) {
      built.add(unit);
    }
    built.checkClasses();
    if (built.manifests.isEmpty() && findings.isEmpty()) {
      built.requireManifest(artifacts);
    }
    return built;
  }

  /** Returns the manifests, each module's once. */
  List<FoundManifest> manifests() {
    return manifests;
  }

  /** Returns the uses that no manifest names, as the class files have them. */
  Map<SecretName, List<SecretUser>> uses() {
    return uses;
  }

  List<Unit> units() {
    return units;
  }

  private void add(Unit unit) {
    SecretClass lost =
        new Packaged(unit.origin(), unit.manifests, unit.listed, unit.present).lost();
    if (lost != null) {
      String message = UnlistedModule.in(unit.origin(), lost);
      findings.add(GateFinding.ofMessage(GateRule.UNLISTED, message).at(unit.origin(), 0));
    }
    for (String overrides : unit.overrides) {
      findings.add(plaintext(unit.origin(), overrides));
    }
    for (Manifest manifest : unit.manifests) {
      add(new FoundManifest(unit.origin(), manifest));
    }
  }

  private static GateFinding plaintext(String origin, String overrides) {
    return GateFinding.of(
            GateRule.PLAINTEXT,
            "a developer's own values, " + overrides + ", are in plain text in " + origin,
            "pack *.secrets and *.keyring of secrets/ alone, build again, and change those values"
                + " at their issuers")
        .at(origin, 0);
  }

  /** Adds a manifest, unless the same one is there from another place, such as a jar's classes. */
  private void add(FoundManifest next) {
    for (FoundManifest other : manifests) {
      if (other.manifest().id().equals(next.manifest().id())) {
        if (!other.manifest().toJson().equals(next.manifest().toJson())) {
          findings.add(clash(other, next));
        }
        return;
      }
    }
    manifests.add(next);
  }

  private static GateFinding clash(FoundManifest one, FoundManifest other) {
    String fact =
        one.origin()
            + " and "
            + other.origin()
            + " hold different manifests of one module, "
            + other.manifest().id();
    return GateFinding.of(GateRule.CLASH, fact, "clean and build again").at(other.origin(), 0);
  }

  /** Every class with {@code @Secret} is in some manifest. */
  private void checkClasses() {
    Set<String> known = new HashSet<>();
    for (FoundManifest found : manifests) {
      for (SecretClass each : found.manifest().classes()) {
        known.add(each.name());
      }
    }
    for (Unit unit : units) {
      List<SecretUser> unprocessed = new ArrayList<>();
      List<SecretUser> local = new ArrayList<>();
      for (AnnotatedClass each : unit.annotated()) {
        if (!known.contains(each.name())) {
          for (AnnotatedClass.Site site : each.sites()) {
            SecretUser user = new SecretUser(each.name(), site.member(), unit.origin());
            (each.isLocal() ? local : unprocessed).add(user);
            if (SecretName.isValid(site.value())) {
              SecretName name = new SecretName(site.value());
              uses.computeIfAbsent(name, absent -> new ArrayList<>()).add(user);
            }
          }
        }
      }
      if (!unprocessed.isEmpty()) {
        findings.add(unprocessed(unit, unprocessed));
      }
      if (!local.isEmpty()) {
        findings.add(local(unit, local));
      }
    }
  }

  private static GateFinding unprocessed(Unit unit, List<SecretUser> users) {
    String fact =
        unit.manifests.isEmpty()
            ? unit.origin() + " has classes with @Secret and no manifest"
            : unit.origin() + " has classes with @Secret that its manifest does not name";
    return new GateFinding(
        GateRule.UNPROCESSED,
        null,
        null,
        fact,
        List.of("they were compiled without countersign-processor, or META-INF was left out"),
        "name countersign-processor in annotationProcessorPaths, clean and build again; what puts"
            + " jars into one must keep META-INF/countersign",
        users,
        new Place(unit.origin(), 0));
  }

  private static GateFinding local(Unit unit, List<SecretUser> users) {
    return new GateFinding(
        GateRule.UNPROCESSED,
        null,
        null,
        unit.origin() + " has @Secret in classes within methods, where no processor sees it",
        List.of(),
        "make them member classes",
        users,
        new Place(unit.origin(), 0));
  }

  private void requireManifest(List<Artifact> artifacts) {
    if (artifacts.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      names.add(artifact.name());
    }
    findings.add(
        GateFinding.of(
            GateRule.NO_MANIFEST,
            "no manifest in " + Wording.list(names) + ", and no class with @Secret",
            "name what is deployed, or build again with countersign-processor in"
                + " annotationProcessorPaths"));
  }
}
