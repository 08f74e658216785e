package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;

/**
 * What a change came to.
 *
 * @param name the secret
 * @param environment where it was set or unset
 * @param version the version of the value or tombstone that is there now; 0 if there never was one
 * @param changed false if there was nothing to unset
 */
public record Written(SecretName name, Environment environment, int version, boolean changed) {}
