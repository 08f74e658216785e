package dev.countersign.runtime.store;

/** Holds a keyring on disk against the format, before it counts. */
final class KeyringCheck implements AtomicFile.Check {
  private final Keyring expected;

  KeyringCheck(Keyring expected) {
    this.expected = expected;
  }

  @Override
  public void check(byte[] written) throws StoreException {
    Keyring.parse(expected.file(), written).requireType(expected.type());
  }
}
