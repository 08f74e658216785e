/** Sealed values at rest: sealed files, keyrings, and the index that needs no key. */
@NullMarked
package dev.countersign.runtime.store;

import org.jspecify.annotations.NullMarked;
