package dev.countersign.benchmarks;

import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.StoreException;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads a store from disk and opens every value in it, with a warm virtual machine. */
@State(Scope.Benchmark)
public class StoreBenchmark {
  @Param({"1", "20", "1000", "10000"})
  int values;

  private SampleStore store;

  @Setup
  public void write() throws IOException, StoreException {
    store = new SampleStore(values);
  }

  @TearDown
  public void delete() throws IOException {
    store.close();
  }

  @Benchmark
  public FileSecretStore openOne() throws StoreException {
    return store.load();
  }

  @Benchmark
  public int openAll() throws StoreException {
    return store.openAll();
  }
}
