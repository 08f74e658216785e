package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A secret that an imported file sets, or wants to be without a value.
 *
 * @param declaration what the value is held against
 * @param isNew whether the declaration is to be written with the value
 * @param value the value, or null for none
 * @param place where it stands
 */
record ImportedSecret(
    Declaration declaration, boolean isNew, @Nullable String value, String place) {

  SecretName name() {
    return declaration.name();
  }

  /** Returns the value's bytes; none if there shall be no value. */
  byte[] bytes() {
    return value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ImportedSecret[" + name() + "]";
  }
}
