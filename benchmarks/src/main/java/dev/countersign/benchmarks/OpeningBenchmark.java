package dev.countersign.benchmarks;

import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.WrongIdentityException;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Opens one value that is sealed to a classic key: the primitives alone, and what we add. */
@State(Scope.Benchmark)
public class OpeningBenchmark {
  @Param({"64", "1024", "65536"})
  int bytes;

  private List<Identity> identities;
  private byte[] binary;
  private String armored;
  private Primitives primitives;

  @Setup
  public void seal() {
    Identity identity = SampleKeys.classic();
    byte[] value = SampleKeys.value(bytes);
    identities = List.of(identity);
    binary = Age.encrypt(value, List.of(identity.recipient()));
    armored = Armor.encode(binary);
    primitives = new Primitives(binary, SampleKeys.scalar());
    if (!Arrays.equals(value, primitives.open())) {
      throw new IllegalStateException("the primitives open another value");
    }
  }

  @Benchmark
  public byte[] primitives() {
    return primitives.open();
  }

  @Benchmark
  public byte[] binary() throws AgeFormatException, WrongIdentityException {
    return Age.decrypt(binary, identities);
  }

  @Benchmark
  public byte[] armored() throws AgeFormatException, WrongIdentityException {
    return Age.decrypt(Armor.decode(armored), identities);
  }
}
