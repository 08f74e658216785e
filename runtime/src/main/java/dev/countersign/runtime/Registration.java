package dev.countersign.runtime;

/** A listener that {@link Secrets#onChange} has taken on. */
public interface Registration extends AutoCloseable {
  /**
   * Ends it: the listener is not called again. A call on another thread that has already begun is
   * not waited for. Closing again does nothing.
   */
  @Override
  void close();
}
