package dev.countersign.runtime;

import dev.countersign.runtime.manifest.Manifest;

/**
 * A manifest, and where its module was loaded from.
 *
 * @param origin the jar or directory, for messages
 * @param manifest what the compiler wrote there
 */
record FoundManifest(String origin, Manifest manifest) {}
