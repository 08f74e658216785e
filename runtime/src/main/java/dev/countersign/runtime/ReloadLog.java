package dev.countersign.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of a trouble once: when it begins, when it becomes another, and when it is over. */
final class ReloadLog {
  private @Nullable String trouble;

  synchronized void failed(String text) {
    if (!text.equals(trouble)) {
      trouble = text;
      Log.warn("secrets stay as they were, as they could not be reloaded: " + text);
    }
  }

  synchronized void succeeded() {
    if (trouble != null) {
      trouble = null;
      Log.info("secrets can be reloaded again");
    }
  }

  /**
   * Tells what changed.
   *
   * @param changed the sources by the names of the secrets; empty for one that has no value now
   */
  void changed(Map<String, String> changed) {
    for (Map.Entry<String, String> change : changed.entrySet()) {
      String source = change.getValue();
      Log.info(
          change.getKey() + (source.isEmpty() ? " has no value now" : " changed, now " + source));
    }
  }
}
