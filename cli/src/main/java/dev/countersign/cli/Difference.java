package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of two environments compare. Holds no value, only what came of comparing them. */
final class Difference {
  private static final String SAME = "same";
  private static final String DIFFERS = "differs";

  private final Environment one;
  private final Environment other;
  private final Workspace workspace;
  private final StoreIndex index;
  private final List<Line> lines = new ArrayList<>();
  private int count;

  Difference(Environment one, Environment other, Workspace workspace) {
    this.one = one;
    this.other = other;
    this.workspace = workspace;
    this.index = workspace.index();
  }

  /** One secret that at least one of the two has. */
  private record Line(String name, int version, int otherVersion, String verdict) {}

  /** Opens what both have, and wipes it again. */
  void compare(KeyPins pins, Progress progress) throws Failure, StoreException {
    SealedValues values = new SealedValues(workspace, pins, index);
    int done = 0;
    for (Declaration declaration : workspace.declarations().secrets().values()) {
      compare(declaration, values);
      progress.advanced(++done);
    }
  }

  private void compare(Declaration declaration, SealedValues values)
      throws Failure, StoreException {
    try (OpenedValue value = values.open(declaration, one);
        OpenedValue otherValue = values.open(declaration, other)) {
      if (value != null || otherValue != null) {
        String verdict = verdict(value, otherValue);
        count += verdict.equals(SAME) ? 0 : 1;
        lines.add(
            new Line(declaration.name().value(), version(value), version(otherValue), verdict));
      }
    }
  }

  private String verdict(@Nullable OpenedValue value, @Nullable OpenedValue otherValue) {
    if (value == null || otherValue == null) {
      return "only in " + (value == null ? other : one);
    }
    byte[] bytes = value.revealBytes();
    byte[] otherBytes = otherValue.revealBytes();
    boolean same = MessageDigest.isEqual(bytes, otherBytes);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(otherBytes, (byte) 0);
    return same ? SAME : DIFFERS;
  }

  private static int version(@Nullable OpenedValue value) {
    return value == null ? 0 : value.version();
  }

  /** Returns how many secrets differ, or are there in one only. */
  int count() {
    return count;
  }

  String summary() {
    return Text.count(count, "difference") + ", " + (lines.size() - count) + " the same";
  }

  /** Returns the rows of a table, the header first. */
  List<List<String>> rows(boolean all) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", one.toString(), other.toString(), "VALUES"));
    for (Line line : shown(all)) {
      rows.add(
          List.of(line.name(), word(line.version()), word(line.otherVersion()), line.verdict()));
    }
    return rows;
  }

  private static String word(int version) {
    return version == 0 ? "-" : "v" + version;
  }

  String json(boolean all) {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("differences").number(count);
    json.key("same").number(lines.size() - count);
    json.key("secrets").begin('[');
    for (Line line : shown(all)) {
      json.element().begin('{').key("name").string(line.name());
      json.key("values").string(line.verdict());
      json.key("versions").begin('{');
      json.key(one.toString()).number(line.version());
      json.key(other.toString()).number(line.otherVersion());
      json.end().end();
    }
    return json.end().end().finish();
  }

  private List<Line> shown(boolean all) {
    List<Line> shown = new ArrayList<>();
    for (Line line : lines) {
      if (all || !line.verdict().equals(SAME)) {
        shown.add(line);
      }
    }
    return shown;
  }

  /** Colours what the values came to. */
  static final class Painter implements Table.Painter {
    @Override
    public Shade shade(String cell) {
      return switch (cell) {
        case SAME -> Shade.GOOD;
        case DIFFERS -> Shade.NOTABLE;
        case "-" -> Shade.FAINT;
        default -> Shade.PLAIN;
      };
    }
  }
}
