package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A store to whose files something was done, held against what its values must be: each is the
 * right one, or refused by our exception with file, line and mend, or absent. Counts which.
 */
final class JudgedStore {
  private static final Pattern PLACE =
      Pattern.compile("(secrets/[a-z-]+\\.(?:secrets|keyring)):([1-9]\\d*):[1-9]\\d*: .+");

  private final StoreFixture project;
  private final Map<Environment, Map<SecretName, String>> right = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int opened;
  private int refused;
  private int absent;

  JudgedStore(StoreFixture project) {
    this.project = project;
  }

  /** Says what a value must be if it is anything. */
  JudgedStore right(Environment environment, SecretName name, String value) {
    right.computeIfAbsent(environment, e -> new LinkedHashMap<>()).put(name, value);
    return this;
  }

  /** Opens every value, and reads all that can be read without a key. */
  void judge(String what) {
    FileSecretStore store = project.store();
    for (Map.Entry<Environment, Map<SecretName, String>> values : right.entrySet()) {
      values.getValue().forEach((name, value) -> judge(what, store, name, values.getKey(), value));
    }
    for (Damage damage : store.index().damages()) {
      requirePlace(what, damage.cause());
    }
  }

  private void judge(
      String what, FileSecretStore store, SecretName name, Environment environment, String value) {
    String found = null;
    try {
      found = text(store.read(name, environment));
      opened += found == null ? 0 : 1;
      absent += found == null ? 1 : 0;
    } catch (StoreException e) {
      refused++;
      requirePlace(what, e);
    } catch (RuntimeException e) {
      wrong.add(what + ": " + name + " of " + environment + ": " + e);
    }
    if (found != null && !found.equals(value)) {
      wrong.add(what + ": " + name + " of " + environment + " is another value");
    }
  }

  /**
   * Sets a value in the file as it is now: it counts and harms no other, or the file is as it was.
   */
  void judgeWriting(Path file) throws Exception {
    byte[] before = Files.readAllBytes(file);
    Environment environment = right.keySet().iterator().next();
    SecretName name = new SecretName("Aaa");
    try {
      project.set(environment, name, "set");
      if (!"set".equals(project.value(project.ada, name, environment))) {
        wrong.add("a value that was set is not there");
      }
      judge("after setting another");
    } catch (StoreException e) {
      if (!Arrays.equals(before, Files.readAllBytes(file))) {
        wrong.add("refused and written: " + e.fact());
      }
    } catch (RuntimeException e) {
      wrong.add("setting: " + e);
    }
  }

  private void requirePlace(String what, StoreException e) {
    Matcher place = PLACE.matcher(e.fact());
    if (!place.matches() || lines(place.group(1)) < Integer.parseInt(place.group(2))) {
      wrong.add(what + ": no place in: " + e.fact());
    }
    if (e.fix().isEmpty()) {
      wrong.add(what + ": no mend for: " + e.fact());
    }
  }

  /** Returns one more line than there are: at the end something may be missing. */
  private long lines(String file) {
    try {
      byte[] bytes = Files.readAllBytes(project.root.resolve(file));
      return 1 + new String(bytes, UTF_8).chars().filter(c -> c == '\n').count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static @Nullable String text(@Nullable OpenedValue value) {
    return value == null ? null : new String(value.revealBytes(), UTF_8);
  }

  List<String> wrong() {
    return wrong;
  }

  int refused() {
    return refused;
  }

  int opened() {
    return opened;
  }

  String figures() {
    return opened
        + " values opened; "
        + refused
        + " refused with their place; "
        + absent
        + " absent; wrong values and other exceptions "
        + wrong.size();
  }
}
