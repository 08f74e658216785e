package dev.countersign.runtime.store;

/** One place that identities can come from. */
interface IdentitySource {
  /** How large identities may be altogether; a post-quantum one takes 2 KiB at most. */
  int MAX_BYTES = 64 << 10;

  /** Returns the place as messages name it. */
  String name();

  /** Returns what is to be done when the place holds something else than identities. */
  String remedy();

  /** Says whether a failure is final, for the life of the process. */
  default boolean isAskedOnce() {
    return false;
  }

  /** Returns the content of an identity file; the caller wipes it. */
  byte[] read() throws StoreException;
}
