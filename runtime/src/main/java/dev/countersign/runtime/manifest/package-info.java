/** What the processor writes into a jar, and the runtime and the deploy gate read. */
@NullMarked
package dev.countersign.runtime.manifest;

import org.jspecify.annotations.NullMarked;
