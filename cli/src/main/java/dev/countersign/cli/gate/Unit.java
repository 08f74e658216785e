package dev.countersign.cli.gate;

import dev.countersign.cli.archive.AnnotatedClass;
import dev.countersign.runtime.manifest.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one archive holds for us. Several threads may add classes. */
final class Unit implements Comparable<Unit> {
  private final int artifact;
  private final String origin;
  final List<Manifest> manifests = new ArrayList<>();
  final Set<String> listed = new HashSet<>();
  final Set<String> present = new HashSet<>();

  /** The files of packed stores, by their names below {@code META-INF/countersign/store/}. */
  final Map<String, byte[]> stored = new TreeMap<>();

  final List<String> overrides = new ArrayList<>();
  private final List<AnnotatedClass> annotated = new ArrayList<>();
  private final List<GateFinding> findings = new ArrayList<>();

  /** Whether what is packed here counts, and not the checkout's own store. */
  final boolean isDeployed;

  Unit(int artifact, String origin, boolean isDeployed) {
    this.artifact = artifact;
    this.origin = origin;
    this.isDeployed = isDeployed;
  }

  int artifact() {
    return artifact;
  }

  String origin() {
    return origin;
  }

  synchronized void add(AnnotatedClass found) {
    annotated.add(found);
  }

  /** Returns the classes with {@code @Secret}, in order of name. */
  synchronized List<AnnotatedClass> annotated() {
    List<AnnotatedClass> sorted = new ArrayList<>(annotated);
    sorted.sort((one, other) -> one.name().compareTo(other.name()));
    return sorted;
  }

  /** Notes that it cannot be read, once. */
  synchronized void unreadable(String reason) {
    if (findings.isEmpty()) {
      String fact = origin + " cannot be read: " + reason;
      findings.add(GateFinding.of(GateRule.UNREADABLE, fact, "build it again").at(origin, 0));
    }
  }

  synchronized List<GateFinding> findings() {
    return List.copyOf(findings);
  }

  /** Orders as the artifacts were named. */
  @Override
  public int compareTo(Unit other) {
    return artifact != other.artifact
        ? Integer.compare(artifact, other.artifact)
        : origin.compareTo(other.origin);
  }
}
