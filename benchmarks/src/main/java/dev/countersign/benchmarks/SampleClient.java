package dev.countersign.benchmarks;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import java.util.function.Supplier;

/** A class that uses a secret, each way that it may. */
final class SampleClient {
  static final String NAME = "SampleSecret7";

  @Secret(NAME)
  SecretValue value;

  @Secret(NAME)
  String text;

  @Secret(NAME)
  Supplier<String> supplier;

  @Secret(NAME)
  Supplier<SecretValue> valueSupplier;
}
