/** JSON, read strictly and written the same on every machine. */
@NullMarked
package dev.countersign.runtime.json;

import org.jspecify.annotations.NullMarked;
