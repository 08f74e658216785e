package dev.countersign.runtime.store;

/**
 * A block that cannot be read.
 *
 * @param fault what is wrong with it
 * @param version its version, from which the next one counts; 0 if that cannot be told
 */
record DamagedBlock(StoreFormatException fault, int version) {}
