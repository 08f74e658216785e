package dev.countersign.benchmarks;

import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.Recipient;
import dev.countersign.runtime.age.WrongIdentityException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Seals and opens a short value, armored, with either kind of key. */
@State(Scope.Benchmark)
public class SealingBenchmark {
  private static final byte[] VALUE = SampleKeys.value(64);

  @Param({"classic", "hybrid"})
  String key;

  private List<Identity> identities;
  private List<Recipient> recipients;
  private String armored;

  @Setup
  public void prepare() {
    Identity identity =
        key.equals("classic") ? SampleKeys.classic() : Identities.generatePostQuantum();
    identities = List.of(identity);
    recipients = List.of(identity.recipient());
    armored = seal();
  }

  @Benchmark
  public String seal() {
    return Armor.encode(Age.encrypt(VALUE, recipients));
  }

  @Benchmark
  public byte[] open() throws AgeFormatException, WrongIdentityException {
    return Age.decrypt(Armor.decode(armored), identities);
  }

  /** Returns how long the armored value is. */
  static int sealedBytes(String key) {
    SealingBenchmark benchmark = new SealingBenchmark();
    benchmark.key = key;
    benchmark.prepare();
    return benchmark.armored.length();
  }
}
