package dev.countersign.runtime.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What the value of a secret must look like. The values themselves are held against it elsewhere.
 */
public enum Format {
  TEXT("text"),
  URI("uri"),
  INTEGER("integer"),
  BASE64("base64"),
  HEX("hex"),
  UUID("uuid"),
  JSON("json"),
  PRIVATE_KEY("private-key"),
  CERTIFICATE("certificate");

  private final String id;

  Format(String id) {
    this.id = id;
  }

  /** Returns the name that stands in secrets.toml: {@code private-key}. */
  public String id() {
    return id;
  }

  /** Returns the format of that name, or null if there is none. Case counts. */
  public static @Nullable Format find(String text) {
    for (Format format : values()) {
      if (format.id.equals(text)) {
        return format;
      }
    }
    return null;
  }

  /** Returns the name that stands in secrets.toml. */
  @Override
  public String toString() {
    return id;
  }
}
