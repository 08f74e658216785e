package dev.countersign.benchmarks;

import dev.countersign.benchmarks.program.Checksum;
import dev.countersign.runtime.SecretProvider;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads one of twenty secrets in a program that has run for a while. */
@State(Scope.Benchmark)
public class ReadingBenchmark {
  private final SampleClient client = new SampleClient();
  private final Cell cell = new Cell();
  private ConcurrentMap<String, String> map;
  private Secrets secrets;
  private SmallRyeConfig smallRye;
  private ConfigurableEnvironment spring;

  /** As far from here as the fields of the client are. */
  private static final class Cell {
    volatile String text = "token";
  }

  @Setup
  public void load() {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      values.put("SampleSecret" + i, "token_" + i);
    }
    map = new ConcurrentHashMap<>(values);
    secrets = Secrets.builder().environment("prod").with(SecretProvider.of(values)).load();
    secrets.inject(client);
    PropertiesConfigSource source = new PropertiesConfigSource(values, "sample", 100);
    smallRye = new SmallRyeConfigBuilder().withSources(source).build();
    spring = new StandardEnvironment();
    spring.getPropertySources().addFirst(new MapPropertySource("sample", new HashMap<>(values)));
  }

  @Benchmark
  public String field() {
    return client.text;
  }

  @Benchmark
  public SecretValue secretValueField() {
    return client.value;
  }

  @Benchmark
  public String secretValueReveal() {
    return client.value.reveal();
  }

  @Benchmark
  public String volatileField() {
    return cell.text;
  }

  @Benchmark
  public String supplier() {
    return client.supplier.get();
  }

  @Benchmark
  public SecretValue valueSupplier() {
    return client.valueSupplier.get();
  }

  @Benchmark
  public String concurrentMap() {
    return map.get(SampleClient.NAME);
  }

  @Benchmark
  public SecretValue secretsGet() {
    return secrets.get(SampleClient.NAME);
  }

  @Benchmark
  public String smallRye() {
    return smallRye.getValue(SampleClient.NAME, String.class);
  }

  @Benchmark
  public String spring() {
    return spring.getProperty(SampleClient.NAME);
  }
}
