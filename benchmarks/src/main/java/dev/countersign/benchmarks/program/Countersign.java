package dev.countersign.benchmarks.program;

import dev.countersign.runtime.Secrets;

/** Reads twenty secrets with Countersign, from wherever the process is told. */
final class Countersign {
  private Countersign() {}

  public static void main(String[] arguments) {
    sum(Secrets.load().create(SampleSecrets.class)).print();
  }

  static Checksum sum(SampleSecrets secrets) {
    Checksum checksum = new Checksum();
    checksum.add(secrets.secret0().reveal());
    checksum.add(secrets.secret1().reveal());
    checksum.add(secrets.secret2().reveal());
    checksum.add(secrets.secret3().reveal());
    checksum.add(secrets.secret4().reveal());
    checksum.add(secrets.secret5().reveal());
    checksum.add(secrets.secret6().reveal());
    checksum.add(secrets.secret7().reveal());
    checksum.add(secrets.secret8().reveal());
    checksum.add(secrets.secret9().reveal());
    checksum.add(secrets.secret10().reveal());
    checksum.add(secrets.secret11().reveal());
    checksum.add(secrets.secret12().reveal());
    checksum.add(secrets.secret13().reveal());
    checksum.add(secrets.secret14().reveal());
    checksum.add(secrets.secret15().reveal());
    checksum.add(secrets.secret16().reveal());
    checksum.add(secrets.secret17().reveal());
    checksum.add(secrets.secret18().reveal());
    checksum.add(secrets.secret19().reveal());
    return checksum;
  }
}
