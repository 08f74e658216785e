package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.store.Presence;

/**
 * How a secret stands in one environment.
 *
 * @param environment the environment
 * @param presence whether a value is there
 * @param version the version that counts there, or 0 if the store holds none
 */
public record SecretStanding(Environment environment, Presence presence, int version) {}
