package dev.countersign.runtime.manifest;

import dev.countersign.runtime.SecretName;

/**
 * One place a class takes a secret.
 *
 * @param name the secret
 * @param member the place within the class: {@code token}, {@code stripeKey()}
 * @param type the type as written there: {@code SecretValue}, {@code Optional<String>}
 * @param optional whether the place does without a value
 * @param isStatic whether the place is a static field
 */
public record SecretUse(
    SecretName name, String member, String type, boolean optional, boolean isStatic) {}
