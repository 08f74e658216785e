/**
 * Reads what is built: jars within jars without unpacking them, directories, images and jmods. Made
 * for looking at every class of a large archive; knows nothing of secrets.
 */
@NullMarked
package dev.countersign.cli.archive;

import org.jspecify.annotations.NullMarked;
