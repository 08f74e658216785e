package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How every declared secret stands in every environment. Knows no value. */
final class Matrix {
  private final Workspace workspace;
  private final StoreIndex index;
  private final OverrideNames overrides;
  private final List<Environment> environments = new ArrayList<>();

  Matrix(Workspace workspace, StoreIndex index, OverrideNames overrides) {
    this.workspace = workspace;
    this.index = index;
    this.overrides = overrides;
    for (EnvironmentType type : EnvironmentType.values()) {
      environments.addAll(workspace.declarations().environmentsOf(type));
    }
  }

  /**
   * Returns the table for people and for scripts that split at spaces: a name, then a word each.
   */
  String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    for (Declaration declaration : declarations()) {
      rows.add(row(declaration));
    }
    return Table.of(rows);
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    header.add("NAME");
    for (Environment environment : environments) {
      header.add(environment.toString());
    }
    return header;
  }

  private List<String> row(Declaration declaration) {
    List<String> row = new ArrayList<>();
    row.add(declaration.name().value());
    for (Environment environment : environments) {
      row.add(word(presence(declaration, environment)));
    }
    return row;
  }

  /** Returns the same as JSON, with versions. */
  String json() {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("application").string(workspace.declarations().application());
    json.key("secrets").begin('[');
    for (Declaration declaration : declarations()) {
      write(declaration, json.element());
    }
    return json.end().end().finish();
  }

  private void write(Declaration declaration, JsonWriter json) {
    json.begin('{').key("name").string(declaration.name().value());
    String description = declaration.description();
    if (description != null) {
      json.key("description").string(description);
    }
    json.key("environments").begin('{');
    for (Environment environment : environments) {
      json.key(environment.toString()).begin('{');
      json.key("state").string(state(declaration, environment));
      writeHolder(declaration.name(), environment, json);
      json.end();
    }
    json.end().end();
  }

  /** Writes whose version counts there: a named environment may take its type's. */
  private void writeHolder(SecretName name, Environment environment, JsonWriter json) {
    Environment holder = index.holder(name, environment);
    json.key("version").number(holder == null ? 0 : index.version(name, holder));
    if (holder != null && !holder.equals(environment)) {
      json.key("from").string(holder.toString());
    }
  }

  private String state(Declaration declaration, Environment environment) {
    Presence presence = presence(declaration, environment);
    return presence == Presence.NOT_NEEDED ? "not-needed" : word(presence);
  }

  private Presence presence(Declaration declaration, Environment environment) {
    return Presence.of(declaration, environment, index, overrides.contains(declaration.name()));
  }

  private Collection<Declaration> declarations() {
    return workspace.declarations().secrets().values();
  }

  private static String word(Presence presence) {
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
}
