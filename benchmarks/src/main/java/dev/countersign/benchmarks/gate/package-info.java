/** What the gate takes on a program with hundreds of libraries. */
package dev.countersign.benchmarks.gate;
