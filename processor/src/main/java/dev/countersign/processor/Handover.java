package dev.countersign.processor;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Hands what the processor has read to the plugin of the same compilation, so that both have the
 * same root and read each file once. A compilation is known by its {@code Elements}; where tools
 * wrap them, or load the plugin apart from the processor, nothing is handed over.
 */
final class Handover {
  /** Holds neither weakly held compilations nor what was read in them beyond their end. */
  private static final Map<Elements, WeakReference<Handover>> WAITING =
      Collections.synchronizedMap(new WeakHashMap<>());

  private @Nullable Shared shared;

  private Handover() {}

  /** Starts to wait for the processor; the caller keeps the result for as long as it waits. */
  static Handover await(Elements compilation) {
    Handover handover = new Handover();
    WAITING.put(compilation, new WeakReference<>(handover));
    return handover;
  }

  /** Gives the plugin what it may wait for. */
  static void give(Elements compilation, Options options, ProjectReader project) {
    WeakReference<Handover> waiting = WAITING.get(compilation);
    Handover handover = waiting == null ? null : waiting.get();
    if (handover != null) {
      handover.shared = new Shared(options, project);
    }
  }

  /** Returns what the processor gave, or empty if none runs. */
  Optional<Shared> received() {
    return Optional.ofNullable(shared);
  }

  /** What one compilation reads once. */
  record Shared(Options options, ProjectReader project) {}
}
