package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Something that is worked out when it is first asked for, and then kept. */
final class Lazy<T> {
  private final Supplier<T> supplier;
  private final List<T> kept = new ArrayList<>(1);

  Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  T get() {
    if (kept.isEmpty()) {
      kept.add(supplier.get());
    }
    return kept.get(0);
  }

  boolean wasAsked() {
    return !kept.isEmpty();
  }
}
