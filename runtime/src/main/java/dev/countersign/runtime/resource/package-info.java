/** What an application's jars hold beside classes, found without what is slow when cold. */
@NullMarked
package dev.countersign.runtime.resource;

import org.jspecify.annotations.NullMarked;
