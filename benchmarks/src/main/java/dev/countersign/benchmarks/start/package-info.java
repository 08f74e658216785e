/** What reading twenty secrets costs a whole process, beside libraries for configuration. */
package dev.countersign.benchmarks.start;
