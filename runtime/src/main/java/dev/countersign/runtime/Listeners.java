package dev.countersign.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who is told when a secret has changed. */
final class Listeners {
  private final List<Listener> all = new CopyOnWriteArrayList<>();

  Registration add(Secrets secrets, String name, Runnable action) {
    Listener listener = new Listener(secrets, name, action);
    all.add(listener);
    return listener;
  }

  void remove(Listener listener) {
    all.remove(listener);
  }

  void clear() {
    all.clear();
  }

  /**
   * Calls those of the secrets that changed, one after another; those removed meanwhile are not.
   */
  void tell(List<String> changed) {
    for (Listener listener : all) {
      if (changed.contains(listener.name()) && all.contains(listener)) {
        listener.call();
      }
    }
  }
}
