package dev.countersign.cli;

import dev.countersign.runtime.store.StoreException;

/** One thing that {@code secret doctor} looks at. It changes nothing. */
interface Examination {
  /**
   * Looks, and notes what it finds.
   *
   * @throws Failure what is told as a finding, too
   * @throws StoreException what is told as a finding, too
   */
  void look(Diagnosis diagnosis) throws Failure, StoreException;
}
