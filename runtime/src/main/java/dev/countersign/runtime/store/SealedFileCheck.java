package dev.countersign.runtime.store;

/** Holds a sealed file on disk against the format, before it counts. */
final class SealedFileCheck implements AtomicFile.Check {
  private final SealedFile expected;

  SealedFileCheck(SealedFile expected) {
    this.expected = expected;
  }

  @Override
  public void check(byte[] written) throws StoreException {
    SealedFile.parse(expected.file(), written).requireEnvironment(expected.environment());
  }
}
