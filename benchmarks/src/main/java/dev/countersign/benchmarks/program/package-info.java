/** The programs whose starts are measured: each reads twenty secrets and prints one number. */
package dev.countersign.benchmarks.program;
