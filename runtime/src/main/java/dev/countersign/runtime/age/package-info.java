/** The age v1 file format (C2SP age.md): recipients, identities, header, payload and armor. */
@NullMarked
package dev.countersign.runtime.age;

import org.jspecify.annotations.NullMarked;
