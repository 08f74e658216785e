package dev.countersign.runtime.dotenv;

import org.jspecify.annotations.Nullable;

/** Variables that a dotenv file may refer to and does not set itself. */
public interface Variables {
  /** Returns the value of a variable, or null if it is not set. */
  @Nullable String find(String name);
}
