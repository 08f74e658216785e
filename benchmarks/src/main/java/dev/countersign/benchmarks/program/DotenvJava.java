package dev.countersign.benchmarks.program;

import io.github.cdimascio.dotenv.Dotenv;

/** Reads {@code .env} with dotenv-java. */
final class DotenvJava {
  private DotenvJava() {}

  public static void main(String[] arguments) {
    Dotenv dotenv = Dotenv.load();
    Checksum checksum = new Checksum();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      checksum.add(dotenv.get(Checksum.key(i)));
    }
    checksum.print();
  }
}
