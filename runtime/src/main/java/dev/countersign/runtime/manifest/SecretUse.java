package dev.countersign.runtime.manifest;

import dev.countersign.runtime.SecretName;

/**
 * One place a class takes a secret.
 *
 * @param name the secret
 * @param member the place within the class: {@code token}, {@code stripeKey()}, {@code (key)} for a
 *     constructor's parameter
 * @param type the type as written there: {@code SecretValue}, {@code Optional<String>}; an enum by
 *     its binary name
 * @param optional whether the place does without a value
 * @param isStatic whether the place is a static field
 */
public record SecretUse(
    SecretName name, String member, String type, boolean optional, boolean isStatic) {}
