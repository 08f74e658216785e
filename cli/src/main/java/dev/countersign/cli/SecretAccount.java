package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.Explanation;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that is known of one secret without a key. */
final class SecretAccount {
  private final Declaration declaration;
  private final Workspace workspace;
  private final Matrix matrix;
  private final Uses uses;

  SecretAccount(Declaration declaration, Workspace workspace, Matrix matrix, Uses uses) {
    this.declaration = declaration;
    this.workspace = workspace;
    this.matrix = matrix;
    this.uses = uses;
  }

  void print(List<Explanation> explanations, Context context) {
    context.out().println(head());
    context.out().println("declared: " + declared());
    context.out().println("used by:  " + users());
    context.out().print(Table.on(Screen.of(context), rows(), new Matrix.Painter()));
    for (Explanation explanation : explanations) {
      context.out().println(explanation);
    }
    for (String fix : fixes()) {
      context.out().println("fix: " + fix);
    }
  }

  private String head() {
    String description = declaration.description();
    return description == null
        ? declaration.name().value()
        : declaration.name() + ": " + description;
  }

  /** Returns where it is declared, and what it demands. */
  private String declared() {
    StringBuilder text = new StringBuilder(workspace.place(declaration.name()));
    text.append(declaration.optional() ? ", optional" : ", for " + Text.list(declaration.types()));
    if (declaration.format() != Format.TEXT) {
      text.append(", format ").append(declaration.format());
    }
    if (declaration.pattern() != null) {
      text.append(", pattern ").append(declaration.pattern());
    }
    if (!declaration.env().isEmpty()) {
      text.append(", also from ").append(String.join(", ", declaration.env()));
    }
    return text.toString();
  }

  private String users() {
    List<String> users = uses.of(declaration.name());
    if (!users.isEmpty()) {
      return String.join(", ", users);
    }
    return uses.areKnown()
        ? "nothing in " + String.join(", ", uses.places())
        : "not known before a build";
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ENVIRONMENT", "STATE", "VERSION"));
    for (Environment environment : matrix.environments()) {
      Environment holder = matrix.holder(declaration, environment);
      int version = matrix.version(declaration, environment);
      boolean isOwn = holder == null || holder.equals(environment);
      rows.add(
          List.of(
              environment.toString(),
              Matrix.word(matrix.presence(declaration, environment)),
              version == 0 ? "-" : "v" + version + (isOwn ? "" : " of " + holder)));
    }
    return rows;
  }

  /** Returns what mends each environment that lacks a value. */
  private List<String> fixes() {
    Set<String> fixes = new LinkedHashSet<>();
    for (Environment environment : matrix.environments()) {
      Presence presence = matrix.presence(declaration, environment);
      Environment holder = matrix.holder(declaration, environment);
      if (presence == Presence.DAMAGED) {
        StoreException damage = workspace.index().damage(declaration.name(), environment);
        fixes.add(damage == null ? "secret verify" : damage.fix());
      } else if (presence.isMissing()) {
        fixes.add(Remedy.missing(declaration, holder == null ? environment : holder));
      }
    }
    return List.copyOf(fixes);
  }

  String json(List<Explanation> explanations) {
    JsonWriter json = new JsonWriter().begin('{');
    new MatrixJson(matrix, uses).writeFields(declaration, json);
    json.key("declared").string(workspace.place(declaration.name()));
    json.key("optional").flag(declaration.optional());
    json.key("format").string(declaration.format().id());
    json.key("variables").strings(declaration.env());
    json.key("fixes").strings(fixes());
    json.key("resolution").begin('[');
    for (Explanation explanation : explanations) {
      ExplainCommand.write(explanation, json.element());
    }
    return json.end().end().finish();
  }
}
