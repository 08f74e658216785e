package dev.countersign.processor;

import com.palantir.javapoet.ClassName;

/**
 * The names that generated code uses. Texts, not classes: what this processor bundles of the
 * runtime is renamed, and the application's runtime may be of another version.
 */
final class RuntimeTypes {
  private static final String RUNTIME = "dev.countersign.runtime";

  static final ClassName SECRETS = ClassName.get(RUNTIME, "Secrets");
  static final ClassName SECRET_VALUE = ClassName.get(RUNTIME, "SecretValue");
  static final ClassName SECRET_MODULE = ClassName.get(RUNTIME, "SecretModule");
  static final ClassName SITES = ClassName.get(RUNTIME, "Sites");
  static final ClassName HANDLES = ClassName.get(RUNTIME, "Handles");
  static final ClassName CONVERSION = ClassName.get(RUNTIME, "Conversion");
  static final ClassName CREATOR = ClassName.get(RUNTIME, "Creator");

  private RuntimeTypes() {}
}
