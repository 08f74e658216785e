/** Resolves the secrets of a running program, by environment type, from the sources in order. */
@NullMarked
package dev.countersign.runtime;

import org.jspecify.annotations.NullMarked;
