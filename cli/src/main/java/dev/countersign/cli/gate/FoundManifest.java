package dev.countersign.cli.gate;

import dev.countersign.runtime.manifest.Manifest;

/**
 * A manifest, and where it was found.
 *
 * @param origin the jar or directory, as it was named, or the jar within it
 * @param manifest what the compiler wrote there
 */
record FoundManifest(String origin, Manifest manifest) {}
