package dev.countersign.benchmarks.program;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import dev.countersign.runtime.SecretValue;

/** Twenty secrets, as an application declares them. */
@SecretSet
interface SampleSecrets {
  @Secret("SampleSecret0")
  SecretValue secret0();

  @Secret("SampleSecret1")
  SecretValue secret1();

  @Secret("SampleSecret2")
  SecretValue secret2();

  @Secret("SampleSecret3")
  SecretValue secret3();

  @Secret("SampleSecret4")
  SecretValue secret4();

  @Secret("SampleSecret5")
  SecretValue secret5();

  @Secret("SampleSecret6")
  SecretValue secret6();

  @Secret("SampleSecret7")
  SecretValue secret7();

  @Secret("SampleSecret8")
  SecretValue secret8();

  @Secret("SampleSecret9")
  SecretValue secret9();

  @Secret("SampleSecret10")
  SecretValue secret10();

  @Secret("SampleSecret11")
  SecretValue secret11();

  @Secret("SampleSecret12")
  SecretValue secret12();

  @Secret("SampleSecret13")
  SecretValue secret13();

  @Secret("SampleSecret14")
  SecretValue secret14();

  @Secret("SampleSecret15")
  SecretValue secret15();

  @Secret("SampleSecret16")
  SecretValue secret16();

  @Secret("SampleSecret17")
  SecretValue secret17();

  @Secret("SampleSecret18")
  SecretValue secret18();

  @Secret("SampleSecret19")
  SecretValue secret19();
}
