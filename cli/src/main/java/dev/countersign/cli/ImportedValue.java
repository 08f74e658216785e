package dev.countersign.cli;

import org.jspecify.annotations.Nullable;

/**
 * One entry of an imported file, as it stands there.
 *
 * @param name what stands in the place of a name
 * @param value the value, or null where the file says that there shall be none
 * @param place where it stands, as messages tell it: {@code dev.env:3}
 */
record ImportedValue(String name, @Nullable String value, String place) {

  /** Returns the place alone: what stands there may be a value, on either side. */
  @Override
  public String toString() {
    return "ImportedValue[" + place + "]";
  }
}
