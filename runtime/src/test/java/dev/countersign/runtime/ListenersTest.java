package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of a change, and when. */
class ListenersTest {
  @TempDir Path directory;
  private final Changing vault = Changing.of("Token", "one").set("Other", "other");
  private final List<String> told = new ArrayList<>();
  private final LoggedLines log = new LoggedLines();
  private Secrets secrets;

  @BeforeEach
  void load() {
    secrets =
        new Rotating(directory, declare("Token").done(), declare("Other").done())
            .with(vault)
            .load();
  }

  @AfterEach
  void restoreTheLog() {
    log.close();
  }

  @Test
  void listener_readsTheNewValueEverywhere() {
    Supplier<String> supplier = Sites.supplier(secrets, "Token", Conversion.text());
    assertEquals("one", supplier.get());
    secrets.onChange("Token", () -> told.add(supplier.get() + secrets.get("Token").reveal()));
    change("Token", "two");
    assertEquals(List.of("twotwo"), told);
  }

  @Test
  void listeners_areCalledInOrder_forTheirOwnSecret_oncePerChange() {
    secrets.onChange("Token", () -> told.add("first"));
    secrets.onChange("Other", () -> told.add("other"));
    secrets.onChange("Token", () -> told.add("second"));
    secrets.refresh();
    change("Token", "two");
    secrets.refresh();
    assertEquals(List.of("first", "second"), told);
    change("Other", "two");
    assertEquals(List.of("first", "second", "other"), told);
  }

  @Test
  void failedReload_callsNobody() {
    secrets.onChange("Other", () -> told.add("called"));
    vault.remove("Token");
    change("Other", "two");
    assertEquals(List.of(), told);
  }

  @Test
  void whatAListenerThrows_isLoggedWithItsPlaceAndWithoutItsMessages_andStopsNoOther() {
    secrets.onChange(
        "Token",
        () -> {
          throw new IllegalStateException("hunter2", new RuntimeException("hunter2"));
        });
    secrets.onChange(
        "Token",
        () -> {
          throw new AssertionError("hunter2");
        });
    secrets.onChange("Token", () -> told.add("called"));
    change("Token", "two");
    assertEquals(List.of("called"), told);
    List<LogRecord> warnings =
        log.records().stream().filter(record -> record.getLevel().equals(Level.WARNING)).toList();
    assertEquals(
        List.of(
            "a listener of Token threw java.lang.IllegalStateException,"
                + " caused by java.lang.RuntimeException",
            "a listener of Token threw java.lang.AssertionError"),
        warnings.stream().map(LogRecord::getMessage).toList());
    String trace = trace(warnings.get(0).getThrown());
    assertTrue(trace.contains("ListenersTest"), trace);
    assertFalse(trace.contains("hunter2"), trace);
    change("Token", "three");
    assertEquals(List.of("called", "called"), told);
  }

  @Test
  void endedListener_isNotCalled() {
    Registration registration = secrets.onChange("Token", () -> told.add("called"));
    change("Token", "two");
    registration.close();
    registration.close();
    change("Token", "three");
    assertEquals(List.of("called"), told);
  }

  @Test
  void listenerThatEndsALaterOne_isHeeded() {
    List<Registration> later = new ArrayList<>();
    secrets.onChange("Token", () -> later.get(0).close());
    later.add(secrets.onChange("Token", () -> told.add("called")));
    change("Token", "two");
    assertEquals(List.of(), told);
  }

  @Test
  void oneListenerTwice_isEndedOnce() {
    Runnable listener = () -> told.add("called");
    secrets.onChange("Token", listener).close();
    secrets.onChange("Token", listener);
    secrets.onChange("Token", listener);
    change("Token", "two");
    assertEquals(List.of("called", "called"), told);
  }

  @Test
  void listenerThatCloses_isTheLastToBeCalled() {
    secrets.onChange("Token", secrets::close);
    secrets.onChange("Token", () -> told.add("called"));
    change("Token", "two");
    change("Token", "three");
    assertEquals(List.of(), told);
    assertEquals("two", secrets.get("Token").reveal());
  }

  @Test
  void listenerThatReloads_isCalledAgainOnlyWhereThereIsAChange() {
    secrets.onChange(
        "Token",
        () -> {
          told.add(secrets.get("Token").reveal());
          secrets.reload();
        });
    change("Token", "two");
    assertEquals(List.of("two"), told);
  }

  @Test
  void undeclaredName_isRefusedWithTheNearMiss() {
    UnresolvedSecretException e =
        assertThrows(UnresolvedSecretException.class, () -> secrets.onChange("Tokn", () -> {}));
    assertEquals(List.of("Tokn"), e.names());
    assertTrue(e.getMessage().contains("similar: Token"), e.getMessage());
  }

  private void change(String name, String value) {
    vault.set(name, value);
    secrets.refresh();
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
