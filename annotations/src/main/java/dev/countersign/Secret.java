package dev.countersign;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the place a secret is injected into: a field, a parameter of a constructor, a method of a
 * {@link SecretSet} interface or a component of a {@link SecretSet} record.
 *
 * <p>The compiler holds the name against {@code secrets.toml}; the runtime fills the site when
 * {@code Secrets.inject} or {@code Secrets.create} is called. The annotation alone injects nothing.
 *
 * <p>Retained at run time so that a class compiled without the processor can be told from a class
 * that needs no secret.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT
})
public @interface Secret {
  /**
   * The name under which the secret is declared: {@code [A-Za-z_][A-Za-z0-9_]{0,127}},
   * case-sensitive.
   */
  String value();
}
