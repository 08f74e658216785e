package dev.countersign.benchmarks.program;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads {@code META-INF/microprofile-config.properties} with SmallRye Config. */
final class SmallRye {
  private SmallRye() {}

  public static void main(String[] arguments) {
    Config config = ConfigProvider.getConfig();
    Checksum checksum = new Checksum();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      checksum.add(config.getValue(Checksum.key(i), String.class));
    }
    checksum.print();
  }
}
