/** What {@code secrets.toml} says: read, checked and edited in one place. */
@NullMarked
package dev.countersign.runtime.declaration;

import org.jspecify.annotations.NullMarked;
