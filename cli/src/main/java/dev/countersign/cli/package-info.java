/** The {@code secret} command, one class a command. */
@NullMarked
package dev.countersign.cli;

import org.jspecify.annotations.NullMarked;
