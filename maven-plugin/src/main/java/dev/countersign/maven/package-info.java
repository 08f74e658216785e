/**
 * The gate and the report as goals of Maven's. Both ask {@link dev.countersign.cli.gate.Gate}, as
 * the command does, so that a build and a deployment say the same.
 */
@NullMarked
package dev.countersign.maven;

import org.jspecify.annotations.NullMarked;
