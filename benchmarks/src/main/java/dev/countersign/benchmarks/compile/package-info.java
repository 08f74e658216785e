/** What the annotation processor adds to a compilation, beside others that are asked for alike. */
package dev.countersign.benchmarks.compile;
