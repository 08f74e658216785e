package dev.countersign.runtime;

/** How it stands with one secret. */
public enum SecretStatus {
  /** There, opened, and as it was declared. */
  USABLE("usable"),
  /** There; nobody has tried to open it. */
  PRESENT("present"),
  /** Not there, which is fine: it is optional, or no secret of this type. */
  ABSENT("absent"),
  /** Not there, and the program needs it. */
  MISSING("missing"),
  /** There, opened, and not what was declared or what a site takes. */
  MALFORMED("malformed"),
  /** There, and it cannot be had: damaged, sealed to others, not to be read. */
  UNUSABLE("unusable"),
  /** Used by a class, and declared by no manifest. */
  UNDECLARED("undeclared");

  private final String id;

  SecretStatus(String id) {
    this.id = id;
  }

  /** Says whether the program can do with it. */
  public boolean isSound() {
    return this == USABLE || this == PRESENT || this == ABSENT;
  }

  /** Returns the word for it, as in {@link SecretsReport#toJson}. */
  @Override
  public String toString() {
    return id;
  }
}
