package dev.countersign.runtime.store;

/** Is told how far a rekey, or the sealing of many values, is. */
public interface RekeyProgress {
  /** Tells nobody. */
  RekeyProgress NONE =
      new RekeyProgress() {
        @Override
        public void advanced(int values) {}
      };

  /** Called with each value that is sealed, and how many there are so far. */
  void advanced(int values);
}
