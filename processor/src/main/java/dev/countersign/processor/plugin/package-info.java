/**
 * The compiler plugin: finds in the bodies of methods, and in the classes within them, what a
 * processor does not see, and hands it to the rules. Asks javac through {@code com.sun.source}
 * only, which every JDK exports; no other compiler loads this package.
 */
@NullMarked
package dev.countersign.processor.plugin;

import org.jspecify.annotations.NullMarked;
