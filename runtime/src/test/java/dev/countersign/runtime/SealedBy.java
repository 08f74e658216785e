package dev.countersign.runtime;

import java.util.function.Supplier;

/** Makes values for tests that are opened when first needed. */
record SealedBy(Supplier<byte[]> supplier, Runnable closing) implements SecretValue.Opener {
  static SecretValue sealed(Supplier<byte[]> supplier) {
    return sealed(supplier, () -> {});
  }

  static SecretValue sealed(Supplier<byte[]> supplier, Runnable closing) {
    return SecretValue.sealed("Token", new SealedBy(supplier, closing));
  }

  @Override
  public String source() {
    return "test";
  }

  @Override
  public byte[] open() {
    return supplier.get();
  }

  @Override
  public void close() {
    closing.run();
  }
}
