package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;

/**
 * A value that is still sealed to an older identity of its type. It can be read until that identity
 * is dropped.
 *
 * @param name the secret
 * @param environment where it is set
 * @param file the sealed file, as messages name it
 * @param key the fingerprint of the older key
 */
public record Straggler(SecretName name, Environment environment, String file, String key) {}
