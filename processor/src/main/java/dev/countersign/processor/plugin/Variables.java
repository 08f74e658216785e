package dev.countersign.processor.plugin;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** Which local variables hold a plaintext at one point of a method. */
final class Variables {
  private Map<Element, Plaintext> held = new HashMap<>();

  @Nullable Plaintext get(Element variable) {
    return held.get(variable);
  }

  /** Notes what a variable holds from here on; fields are not followed. */
  void set(Element variable, @Nullable Plaintext plaintext) {
    if (plaintext == null) {
      held.remove(variable);
    } else if (isLocal(variable.getKind())) {
      held.put(variable, plaintext);
    }
  }

  void add(Element variable, @Nullable Plaintext plaintext) {
    set(variable, Plaintext.join(held.get(variable), plaintext));
  }

  Map<Element, Plaintext> copy() {
    return new HashMap<>(held);
  }

  void restore(Map<Element, Plaintext> earlier) {
    held = new HashMap<>(earlier);
  }

  /** Goes on where another way through the method may have led here too. */
  void join(Map<Element, Plaintext> other) {
    other.forEach(this::add);
  }

  /** Nothing after this point is reached this way. */
  void leave() {
    held.clear();
  }

  private static boolean isLocal(ElementKind kind) {
    return switch (kind) {
      case LOCAL_VARIABLE, PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE -> true;
      default -> false;
    };
  }
}
