package dev.countersign.runtime;

import dev.countersign.runtime.value.MisfitException;
import dev.countersign.runtime.value.Texts;
import dev.countersign.runtime.value.TypedText;
import dev.countersign.runtime.value.Values;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Holds a value against the types of the sites that take it, as manifests have them. */
final class SiteTypes {
  private SiteTypes() {}

  /** Returns what is wrong with a value, as the end of a sentence, or null if it fits them all. */
  static @Nullable String problem(Collection<String> types, byte[] value) {
    for (String type : types) {
      String problem = TypedText.problem(type, value);
      if (problem == null) {
        problem = problemOfEnum(enumOf(TypedText.inner(type)), value);
      }
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String problemOfEnum(@Nullable Class<?> type, byte[] value) {
    String text = Texts.decode(value);
    if (type == null || text == null) {
      return null;
    }
    try {
      Values.constant(type, text);
      return null;
    } catch (MisfitException e) {
      return e.getMessage();
    }
  }

  /**
   * Returns the enum of a binary name, or null: the other types are written without a package. A
   * thread of a pool may see the class path alone, and none of the jars within a jar.
   */
  private static @Nullable Class<?> enumOf(String type) {
    ClassLoader own = SiteTypes.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Class<?> found = context == null ? null : enumOf(type, context);
    return found == null ? enumOf(type, own) : found;
  }

  private static @Nullable Class<?> enumOf(String type, ClassLoader loader) {
    try {
      Class<?> found = Class.forName(type, false, loader);
      return found.isEnum() ? found : null;
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
