package dev.countersign.benchmarks.program;

import io.avaje.config.Config;

/** Reads {@code application.properties} with avaje-config. */
final class Avaje {
  private Avaje() {}

  public static void main(String[] arguments) {
    Checksum checksum = new Checksum();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      checksum.add(Config.get(Checksum.key(i)));
    }
    checksum.print();
  }
}
