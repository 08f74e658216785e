package dev.countersign;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface or a record whose methods or components are secrets, each with its own {@link
 * Secret}.
 *
 * <p>The processor generates the implementation; {@code Secrets.create} returns an instance.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SecretSet {}
