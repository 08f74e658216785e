package dev.countersign.benchmarks.program;

import io.micronaut.context.ApplicationContext;

/** Reads {@code application.properties} with Micronaut. */
final class Micronaut {
  private Micronaut() {}

  public static void main(String[] arguments) {
    try (ApplicationContext context = ApplicationContext.run()) {
      Checksum checksum = new Checksum();
      for (int i = 0; i < Checksum.SECRETS; i++) {
        checksum.add(context.getRequiredProperty(Checksum.key(i), String.class));
      }
      checksum.print();
    }
  }
}
