/** How the text of a secret becomes a value of another type. Knows neither names nor sources. */
@NullMarked
package dev.countersign.runtime.value;

import org.jspecify.annotations.NullMarked;
