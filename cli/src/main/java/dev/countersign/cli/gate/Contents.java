package dev.countersign.cli.gate;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.Packaged;
import dev.countersign.runtime.manifest.Packages;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.UnlistedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found in artifacts. Libraries without secrets have nothing for us. */
final class Contents {
  private final List<FoundManifest> manifests = new ArrayList<>();
  private final List<GateFinding> findings;

  private Contents(List<GateFinding> findings) {
    this.findings = findings;
  }

  static Contents of(List<Artifact> artifacts, List<GateFinding> findings) {
    Contents contents = new Contents(findings);
    for (Artifact artifact : artifacts) {
      contents.read(artifact);
    }
    if (contents.manifests.isEmpty() && !artifacts.isEmpty() && findings.isEmpty()) {
      List<String> names = new ArrayList<>();
      for (Artifact artifact : artifacts) {
        names.add(artifact.name());
      }
      findings.add(
          GateFinding.of(
              GateRule.NO_MANIFEST,
              "no manifest in "
                  + Wording.list(names)
                  + ": it uses no secret, or was compiled without the Countersign processor",
              "name countersign-processor in annotationProcessorPaths, and build again"));
    }
    return contents;
  }

  /** Returns the manifests, each module's once. */
  List<FoundManifest> manifests() {
    return manifests;
  }

  private void read(Artifact artifact) {
    Path path = artifact.path();
    if (!Files.exists(path)) {
      String fact = artifact.name() + " does not exist";
      findings.add(GateFinding.of(GateRule.UNREADABLE, fact, "build it first"));
      return;
    }
    try {
      for (Packaged each : Packages.in(path)) {
        add(artifact.name() + each.origin().substring(path.toString().length()), each);
      }
    } catch (ManifestFormatException e) {
      String message = artifact.name() + ": " + e.getMessage();
      findings.add(GateFinding.ofMessage(GateRule.UNREADABLE, message).at(artifact.name(), 0));
    }
  }

  private void add(String origin, Packaged packaged) {
    SecretClass lost = packaged.lost();
    if (lost != null) {
      String message = UnlistedModule.in(origin, lost);
      findings.add(GateFinding.ofMessage(GateRule.UNLISTED, message).at(origin, 0));
    }
    for (Manifest manifest : packaged.manifests()) {
      add(new FoundManifest(origin, manifest));
    }
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
}
