package dev.countersign.cli;

import dev.countersign.runtime.declaration.Format;
import dev.countersign.runtime.declaration.NearMisses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a generated value looks like. */
enum Shape {
  PASSWORD("characters", 32, 8, 1024),
  HEX("random bytes", 32, 8, 1024),
  BASE64("random bytes", 32, 8, 1024),
  UUID("", 0, 0, 0),
  ED25519("", 0, 0, 0),
  EC("", 0, 0, 0),
  RSA("bits", 3072, 2048, 8192);

  private final String unit;
  private final int usual;
  private final int least;
  private final int most;

  Shape(String unit, int usual, int least, int most) {
    this.unit = unit;
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /** Returns the name that stands on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the shape of that name. */
  static Shape parse(String text) throws Failure {
    for (Shape shape : values()) {
      if (shape.id().equals(text)) {
        return shape;
      }
    }
    throw Failure.usage("--format is one of " + known() + Text.similar(NearMisses.of(text, ids())));
  }

  static String known() {
    return String.join(", ", ids());
  }

  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Shape shape : values()) {
      ids.add(shape.id());
    }
    return ids;
  }

  /** Returns the shape that values of a declared format have, or null if nobody can make one up. */
  static @Nullable Shape of(Format format) {
    return switch (format) {
      case TEXT -> PASSWORD;
      case HEX -> HEX;
      case BASE64 -> BASE64;
      case UUID -> UUID;
      case PRIVATE_KEY -> ED25519;
      case URI, INTEGER, JSON, CERTIFICATE -> null;
    };
  }

  boolean isKeyPair() {
    return this == ED25519 || this == EC || this == RSA;
  }

  /** Returns how long a value is to be, by the argument of {@code --length} or without one. */
  int length(@Nullable String given) throws Failure {
    if (given == null) {
      return usual;
    }
    if (usual == 0) {
      throw Failure.usage("a value of the format " + id() + " has one length alone");
    }
    int length = Text.number(given);
    if (length < least || length > most) {
      throw Failure.usage(
          "--length is from " + least + " to " + most + " " + unit + " for the format " + id());
    }
    return length;
  }

  /** Returns what is told of a value: {@code password of 32 characters}. */
  String told(int length) {
    return usual == 0 ? id() : id() + " of " + length + " " + unit;
  }
}
