/**
 * The annotation processor: reads each use of a secret, checks it, and writes what the runtime
 * needs.
 */
@NullMarked
package dev.countersign.processor;

import org.jspecify.annotations.NullMarked;
