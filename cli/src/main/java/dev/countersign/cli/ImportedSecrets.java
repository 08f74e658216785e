package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.SystemVariables;
import dev.countersign.runtime.declaration.ValueRules;
import dev.countersign.runtime.store.SecretStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which secrets the entries of a file are: by their names, or by the process variables that carry
 * them. A name that is not declared is declared too, as by {@code secret set}.
 */
final class ImportedSecrets {
  private final Workspace workspace;
  private final boolean isNewMeant;
  private final ImportedText text;
  private final List<String> declaredNames = new ArrayList<>();
  private final Map<String, Declaration> carried = new HashMap<>();
  private final SortedMap<SecretName, ImportedSecret> secrets = new TreeMap<>();
  private final GrowingDeclarations declarations;

  /**
   * Makes a collection of nothing yet.
   *
   * @param isNewMeant whether a name may be declared although one like it is
   */
  ImportedSecrets(Workspace workspace, boolean isNewMeant, ImportedText text) {
    this.workspace = workspace;
    this.isNewMeant = isNewMeant;
    this.text = text;
    this.declarations = new GrowingDeclarations(workspace.declarations());
    for (Declaration declaration : workspace.declarations().secrets().values()) {
      declaredNames.add(declaration.name().value());
      for (String variable : declaration.env()) {
        carried.put(variable, declaration);
      }
    }
  }

  /** Returns each secret once, in order of name; the text is told of what is refused. */
  SortedMap<SecretName, ImportedSecret> of(List<ImportedValue> values) {
    for (ImportedValue value : values) {
      ImportedSecret secret = secret(value);
      if (secret != null) {
        add(secret);
      }
    }
    return secrets;
  }

  /** Returns everything that is declared, and what the import declares. */
  Declarations declarations() {
    return declarations.all();
  }

  private void add(ImportedSecret secret) {
    ImportedSecret other = secrets.get(secret.name());
    String problem = secret.value() == null ? null : problem(secret);
    if (other != null) {
      text.refuse(
          secret.place(),
          "this is " + secret.name() + ", which " + other.place() + " has too: keep one");
    } else if (problem != null) {
      text.refuse(secret.place(), "the value of " + secret.name() + " " + problem);
    } else {
      secrets.put(secret.name(), secret);
    }
  }

  private static @Nullable String problem(ImportedSecret secret) {
    byte[] bytes = secret.bytes();
    if (bytes.length > SecretStore.MAX_VALUE_BYTES) {
      return "is larger than 1 MiB, which is the limit";
    }
    return isText(secret) ? ValueRules.problem(secret.declaration(), bytes) : "is not Unicode text";
  }

  /** Says whether no half of a surrogate pair stands alone: it would be lost. */
  private static boolean isText(ImportedSecret secret) {
    return secret.value() != null && StandardCharsets.UTF_8.newEncoder().canEncode(secret.value());
  }

  private @Nullable ImportedSecret secret(ImportedValue value) {
    if (!SecretName.isValid(value.name())) {
      text.refuse(value.place(), "this is not the name of a secret: " + SecretName.RULE);
      return null;
    }
    SecretName name = new SecretName(value.name());
    Declaration declared = workspace.declarations().find(name);
    if (declared == null) {
      declared = carried.get(value.name());
    }
    Declaration declaration = declared == null ? undeclared(name, value) : declared;
    boolean isNew = declared == null && value.value() != null;
    return declaration == null
        ? null
        : new ImportedSecret(declaration, isNew, value.value(), value.place());
  }

  /** Returns the declaration that is to be, or null if there is to be none. */
  private @Nullable Declaration undeclared(SecretName name, ImportedValue value) {
    if (value.value() == null) {
      return Declaration.of(name); // a value that is left may go
    }
    if (SystemVariables.contains(name.value())) {
      text.refuse(value.place(), name + " is a variable of the system's\n  fix: remove this line");
      return null;
    }
    try {
      return declare(name);
    } catch (Failure e) {
      text.refuse(value.place(), String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Declaration declare(SecretName name) throws Failure {
    declarations.requireNew(name);
    List<String> similar = NearMisses.of(name.value(), declaredNames);
    if (!similar.isEmpty() && !isNewMeant) {
      throw Failure.refused(
          name
              + " is not declared, and there is a name like it"
              + Text.similar(similar)
              + ("\n  fix: write " + similar.get(0))
              + ", or pass --new to declare it too");
    }
    return declarations.declare(name);
  }
}
