package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import java.util.List;

/**
 * What a rekey came to.
 *
 * @param type the type
 * @param identity the public half of the key that its values are sealed to now
 * @param isNewKey whether this run made the key, rather than going on with one made before
 * @param values how many values were sealed anew
 * @param files how many sealed files were written
 * @param discarded what was unset because nobody can open it
 */
public record Rekeyed(
    EnvironmentType type,
    String identity,
    boolean isNewKey,
    int values,
    int files,
    List<Written> discarded) {}
