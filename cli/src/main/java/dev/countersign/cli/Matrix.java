package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How declared secrets stand in environments. Knows no value. */
final class Matrix {
  /** What the cells of values that are there tell. */
  enum Cells {
    STATES,
    VERSIONS,
    CHANGES
  }

  private final StoreIndex index;
  private final OverrideNames overrides;
  private final List<Environment> environments;
  private final @Nullable ChangeTimes changes;

  /**
   * Makes a matrix.
   *
   * @param environments its columns
   * @param changes what git knows, or null where nobody asked
   */
  Matrix(
      StoreIndex index,
      OverrideNames overrides,
      List<Environment> environments,
      @Nullable ChangeTimes changes) {
    this.index = index;
    this.overrides = overrides;
    this.environments = environments;
    this.changes = changes;
  }

  List<Environment> environments() {
    return environments;
  }

  /** Returns the rows, the header first: a name, then a word for each environment. */
  List<List<String>> rows(Iterable<Declaration> declarations, Cells cells) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    header.add("NAME");
    for (Environment environment : environments) {
      header.add(environment.toString());
    }
    rows.add(header);
    for (Declaration declaration : declarations) {
      rows.add(row(declaration, cells));
    }
    return rows;
  }

  private List<String> row(Declaration declaration, Cells cells) {
    List<String> row = new ArrayList<>();
    row.add(declaration.name().value());
    for (Environment environment : environments) {
      row.add(cell(declaration, environment, cells));
    }
    return row;
  }

  private String cell(Declaration declaration, Environment environment, Cells cells) {
    Presence presence = presence(declaration, environment);
    Environment holder = holder(declaration, environment);
    boolean isHeld = presence == Presence.SET || presence == Presence.OUTDATED;
    if (!isHeld || holder == null || cells == Cells.STATES) {
      return word(presence);
    }
    LastChange change = cells == Cells.CHANGES ? lastChange(declaration, environment) : null;
    return change == null ? "v" + index.version(declaration.name(), holder) : change.day();
  }

  Presence presence(Declaration declaration, Environment environment) {
    return Presence.of(declaration, environment, index, overrides.contains(declaration.name()));
  }

  /** Returns whose value counts in an environment: its own or its type's; null for neither. */
  @Nullable Environment holder(Declaration declaration, Environment environment) {
    return index.holder(declaration.name(), environment);
  }

  /** Returns the version that counts in an environment, or 0. */
  int version(Declaration declaration, Environment environment) {
    Environment holder = holder(declaration, environment);
    return holder == null ? 0 : index.version(declaration.name(), holder);
  }

  /** Returns when what counts in an environment was set; null if nothing is, or nobody asked. */
  @Nullable LastChange lastChange(Declaration declaration, Environment environment) {
    Environment holder = holder(declaration, environment);
    return holder == null || changes == null ? null : changes.of(declaration, holder);
  }

  static String word(Presence presence) {
    return switch (presence) {
      case SET -> "set";
      case OVERRIDDEN -> "overridden";
      case MISSING -> "missing";
      case OUTDATED -> "outdated";
      case DAMAGED -> "damaged";
      case OPTIONAL -> "optional";
      case EXTERNAL -> "external";
      case NOT_NEEDED -> "-";
    };
  }

  /** Colours the words: what must be mended stands out. */
  static final class Painter implements Table.Painter {
    @Override
    public Shade shade(String cell) {
      return switch (cell) {
        case "missing", "outdated", "damaged" -> Shade.BAD;
        case "overridden", "uncommitted" -> Shade.NOTABLE;
        case "set" -> Shade.GOOD;
        case "optional", "external", "-" -> Shade.FAINT;
        default -> Shade.PLAIN;
      };
    }
  }
}
