package dev.countersign.runtime;

import java.util.ArrayList;
import java.util.List;

/** Puts providers into the order they are asked in. */
final class ProviderOrder {
  private final List<SecretProvider> ordered = new ArrayList<>();

  /** Adds a provider before all that have its ordinal or a lower one. */
  void add(SecretProvider provider) {
    int place = 0;
    while (place < ordered.size() && ordered.get(place).ordinal() > provider.ordinal()) {
      place++;
    }
    ordered.add(place, provider);
  }

  /** Returns them, the one that is asked first in front. */
  List<SecretProvider> firstToLast() {
    return List.copyOf(ordered);
  }
}
