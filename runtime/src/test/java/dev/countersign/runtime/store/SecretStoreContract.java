package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SecretStore} keeps to. An implementation extends this and says how an empty
 * store is made, ready for types prod and dev and for {@code eu-west} of prod.
 */
public abstract class SecretStoreContract {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Environment DEV = Environment.of(EnvironmentType.DEV);
  private static final Environment EU_WEST = new Environment(EnvironmentType.PROD, "eu-west");
  private static final SecretName A = new SecretName("A");
  private static final SecretName B = new SecretName("B");

  /** Returns a way to one and the same store, which is empty at first. */
  protected abstract SecretStore connect() throws Exception;

  @Test
  void anEmptyStore_holdsNothing() throws Exception {
    SecretStore store = connect();
    assertEquals(List.of(), store.list(PROD));
    assertNull(store.find(A, PROD));
    assertNull(store.read(A, PROD));
    assertNull(store.open(A, EU_WEST));
  }

  @Test
  void whatIsWritten_isReadAgain() throws Exception {
    SecretStore store = connect();
    assertEquals(1, store.write(A, PROD, bytes("one"), 0));
    assertEquals("one", text(store.read(A, PROD)));
    assertEquals(2, store.write(A, PROD, bytes("two"), 1));
    assertEquals("two", text(store.read(A, PROD)));
    assertEquals("A prod v2", described(store.find(A, PROD)));
  }

  @Test
  void everyByte_isKept() throws Exception {
    SecretStore store = connect();
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    store.write(A, PROD, all, 0);
    store.write(B, PROD, new byte[0], 0);
    assertArrayEquals(all, revealed(store.read(A, PROD)));
    assertArrayEquals(new byte[0], revealed(store.read(B, PROD)));
  }

  @Test
  void whatIsWritten_isSeenThroughAnotherConnection() throws Exception {
    SecretStore one = connect();
    SecretStore other = connect();
    assertNull(other.find(A, PROD));
    one.write(A, PROD, bytes("one"), 0);
    other.refresh();
    assertEquals("one", text(other.read(A, PROD)));
  }

  @Test
  void aWriteThatExpectsAnotherVersion_isRefused() throws Exception {
    SecretStore store = connect();
    store.write(A, PROD, bytes("one"), 0);
    for (int expected : new int[] {0, 2, 7}) {
      VersionConflictException e =
          assertThrows(
              VersionConflictException.class, () -> store.write(A, PROD, bytes("other"), expected));
      assertEquals(1, e.actual());
    }
    assertEquals("one", text(store.read(A, PROD)));
    assertThrows(VersionConflictException.class, () -> store.write(B, PROD, bytes("b"), 1));
    assertNull(store.find(B, PROD));
  }

  @Test
  void aWriteThatSomeoneElseOvertook_isRefused() throws Exception {
    SecretStore one = connect();
    SecretStore other = connect();
    one.write(A, PROD, bytes("one"), 0);
    other.refresh();
    assertNotNull(other.find(A, PROD));
    one.write(A, PROD, bytes("two"), 1);
    assertThrows(VersionConflictException.class, () -> other.write(A, PROD, bytes("other"), 1));
    one.refresh();
    assertEquals("two", text(one.read(A, PROD)));
  }

  @Test
  void aDeletedSecret_isAbsent_andItsVersionsGoOn() throws Exception {
    SecretStore store = connect();
    store.write(A, PROD, bytes("one"), 0);
    assertThrows(VersionConflictException.class, () -> store.delete(A, PROD, 0));
    assertEquals(2, store.delete(A, PROD, 1));
    assertNull(store.read(A, PROD));
    assertEquals("A prod v2 unset", described(store.find(A, PROD)));
    assertThrows(VersionConflictException.class, () -> store.write(A, PROD, bytes("two"), 0));
    assertEquals(3, store.write(A, PROD, bytes("two"), 2));
    assertEquals("two", text(store.read(A, PROD)));
  }

  @Test
  void deletingWhatIsNotSet_changesNothing() throws Exception {
    SecretStore store = connect();
    assertEquals(0, store.delete(A, PROD, 0));
    assertNull(store.find(A, PROD));
    store.write(A, PROD, bytes("one"), 0);
    store.delete(A, PROD, 1);
    assertEquals(2, store.delete(A, PROD, 2));
  }

  @Test
  void aList_isSortedAndOfOneEnvironment() throws Exception {
    SecretStore store = connect();
    store.write(B, PROD, bytes("b"), 0);
    store.write(A, PROD, bytes("a"), 0);
    store.delete(A, PROD, 1);
    store.write(A, DEV, bytes("a"), 0);
    assertEquals(List.of("A prod v2 unset", "B prod v1"), described(store.list(PROD)));
    assertEquals(List.of("A dev v1"), described(store.list(DEV)));
    assertEquals(List.of(), store.list(EU_WEST));
  }

  @Test
  void onlyOpen_fallsBackToTheType() throws Exception {
    SecretStore store = connect();
    store.write(A, PROD, bytes("type"), 0);
    store.write(B, PROD, bytes("type"), 0);
    store.write(B, EU_WEST, bytes("named"), 0);
    assertEquals("type", text(store.open(A, EU_WEST)));
    assertEquals("named", text(store.open(B, EU_WEST)));
    assertEquals("type", text(store.open(B, PROD)));
    assertNull(store.read(A, EU_WEST));
    assertNull(store.find(A, EU_WEST));
    assertNull(store.open(A, DEV));
  }

  @Test
  void theSource_namesEnvironmentAndVersion() throws Exception {
    SecretStore store = connect();
    store.write(A, EU_WEST, bytes("one"), 0);
    try (OpenedValue value = store.open(A, EU_WEST)) {
      assertNotNull(value);
      assertEquals(1, value.version());
      assertTrue(value.source().contains("prod@eu-west v1"), value.source());
      SecretMetadata held = store.find(A, EU_WEST);
      assertNotNull(held);
      assertEquals(held.source(), value.source());
      assertTrue(!value.toString().contains("one"));
    }
  }

  @Test
  void ofManyWritersOfOneVersion_oneSucceeds() throws Exception {
    List<Callable<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SecretStore store = connect();
      byte[] value = bytes("writer " + i);
      writes.add(() -> writeOrZero(store, value));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Integer> versions = new ArrayList<>();
      for (Future<Integer> version : threads.invokeAll(writes)) {
        versions.add(version.get());
      }
      versions.sort(null);
      assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 1), versions);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void manyWritersOfManySecrets_loseNothing() throws Exception {
    TreeSet<SecretName> names = new TreeSet<>();
    List<Callable<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      SecretStore store = connect();
      SecretName name = new SecretName("S" + i);
      names.add(name);
      writes.add(() -> store.write(name, PROD, bytes(name.value()), 0));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Integer> version : threads.invokeAll(writes)) {
        assertEquals(1, version.get());
      }
    } finally {
      threads.shutdown();
    }
    SecretStore store = connect();
    assertEquals(List.copyOf(names), store.list(PROD).stream().map(SecretMetadata::name).toList());
    for (SecretName name : names) {
      assertEquals(name.value(), text(store.read(name, PROD)));
    }
  }

  @Test
  void aStoreThatCanWatch_tellsOfAChange() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    SecretStore store = connect();
    try (AutoCloseable watch = store.watch(PROD, told::countDown)) {
      assumeTrue(watch != null, "this store cannot watch");
      connect().write(A, PROD, bytes("one"), 0);
      assertTrue(told.await(30, TimeUnit.SECONDS));
    }
  }

  private static int writeOrZero(SecretStore store, byte[] value) throws StoreException {
    try {
      return store.write(A, PROD, value, 0);
    } catch (VersionConflictException e) {
      return 0;
    }
  }

  private static List<String> described(List<SecretMetadata> all) {
    return all.stream().map(SecretStoreContract::described).toList();
  }

  private static String described(@Nullable SecretMetadata held) {
    assertNotNull(held);
    assertEquals(held.unset(), held.digest().isEmpty());
    String version = held.name() + " " + held.environment() + " v" + held.version();
    return held.unset() ? version + " unset" : version;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(@Nullable OpenedValue value) {
    return new String(revealed(value), UTF_8);
  }

  private static byte[] revealed(@Nullable OpenedValue value) {
    assertNotNull(value);
    return value.revealBytes();
  }
}
