package dev.countersign.benchmarks.program;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What there is without any library: a file of properties, and variables that win over it. */
final class Floor {
  private Floor() {}

  public static void main(String[] arguments) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = new FileInputStream("application.properties")) {
      properties.load(in);
    }
    Checksum checksum = new Checksum();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      String variable = System.getenv("SAMPLE_SECRET" + i);
      checksum.add(variable == null ? properties.getProperty(Checksum.key(i)) : variable);
    }
    checksum.print();
  }
}
