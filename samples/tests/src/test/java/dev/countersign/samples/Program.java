package dev.countersign.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process to be started, in its own environment. */
record Program(ProcessBuilder builder) {
  Program with(Map<String, String> variables) {
    builder.environment().putAll(variables);
    return this;
  }

  /** Starts it with its streams in the caller's hands. */
  Process start() throws IOException {
    return builder.start();
  }

  /** Starts it without input, and with all that it prints in one file. */
  Process start(Path log) throws IOException {
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    return process;
  }
}
