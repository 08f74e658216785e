/** The dotenv syntax of {@code .secrets.local} and of imported files. */
@NullMarked
package dev.countersign.runtime.dotenv;

import org.jspecify.annotations.NullMarked;
