package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;

/**
 * What a store tells of a secret without a key.
 *
 * @param name the secret
 * @param environment where it is or was set
 * @param version the version of the value, or of the tombstone
 * @param unset whether it is a tombstone: the value was unset
 */
public record SecretMetadata(
    SecretName name, Environment environment, int version, boolean unset) {}
