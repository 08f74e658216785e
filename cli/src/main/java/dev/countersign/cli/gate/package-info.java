/**
 * The deploy gate, for the command and for build tools: {@link dev.countersign.cli.gate.Gate#check}
 * takes a {@link dev.countersign.cli.gate.GateRequest} and returns a {@link
 * dev.countersign.cli.gate.GateReport}. It knows nothing of command lines and terminals, prints
 * nothing and ends no process.
 */
@NullMarked
package dev.countersign.cli.gate;

import org.jspecify.annotations.NullMarked;
