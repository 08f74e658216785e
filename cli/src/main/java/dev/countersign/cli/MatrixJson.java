package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.Presence;

/** A matrix as JSON: what the table tells and more, for programs. */
final class MatrixJson {
  private final Matrix matrix;
  private final Uses uses;

  MatrixJson(Matrix matrix, Uses uses) {
    this.matrix = matrix;
    this.uses = uses;
  }

  String of(String application, Iterable<Declaration> declarations) {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("application").string(application);
    json.key("secrets").begin('[');
    for (Declaration declaration : declarations) {
      write(declaration, json.element());
    }
    return json.end().end().finish();
  }

  private void write(Declaration declaration, JsonWriter json) {
    json.begin('{');
    writeFields(declaration, json);
    json.end();
  }

  /** Writes what is known of a secret into an object that is begun and not ended. */
  void writeFields(Declaration declaration, JsonWriter json) {
    json.key("name").string(declaration.name().value());
    String description = declaration.description();
    if (description != null) {
      json.key("description").string(description);
    }
    if (uses.areKnown()) {
      json.key("uses").strings(uses.of(declaration.name()));
    }
    json.key("environments").begin('{');
    for (Environment environment : matrix.environments()) {
      json.key(environment.toString());
      write(declaration, environment, json);
    }
    json.end();
  }

  /** Writes how a secret stands in one environment. */
  private void write(Declaration declaration, Environment environment, JsonWriter json) {
    json.begin('{').key("state").string(state(matrix.presence(declaration, environment)));
    json.key("version").number(matrix.version(declaration, environment));
    Environment holder = matrix.holder(declaration, environment);
    if (holder != null && !holder.equals(environment)) {
      json.key("from").string(holder.toString());
    }
    LastChange change = matrix.lastChange(declaration, environment);
    if (change != null && change.isCommitted()) {
      json.key("commit").string(change.commit());
      if (change.seconds() != 0) {
        json.key("changed").string(change.time());
      }
    }
    json.end();
  }

  private static String state(Presence presence) {
    return presence == Presence.NOT_NEEDED ? "not-needed" : Matrix.word(presence);
  }
}
