package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.ProjectSecrets;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** The values that a program would get, under every name that it may look for them by. */
final class ResolvedValues {
  private static final String STORE = "store:";

  private final ProjectSecrets secrets;
  private final Environment environment;
  private final KeyPins pins;

  ResolvedValues(ProjectSecrets secrets, Environment environment, KeyPins pins) {
    this.secrets = secrets;
    this.environment = environment;
    this.pins = pins;
  }

  /** Returns the values, opened, once it is known that none is missing. */
  List<ExportedValue> of(Selection selection) throws Failure, StoreException {
    secrets.requirePresent(needed(selection));
    List<ExportedValue> values = new ArrayList<>();
    for (Declaration declaration : selection.declarations()) {
      SecretValue value = secrets.find(declaration.name());
      if (value != null) {
        add(declaration, value, values);
      }
    }
    return values;
  }

  private List<Declaration> needed(Selection selection) {
    List<Declaration> needed = new ArrayList<>();
    for (Declaration declaration : selection.declarations()) {
      boolean asked = selection.isNamed(declaration) && !declaration.optional();
      if (asked || declaration.neededIn(environment.type())) {
        needed.add(declaration);
      }
    }
    return needed;
  }

  private void add(Declaration declaration, SecretValue value, List<ExportedValue> values)
      throws Failure, StoreException {
    if (value.source().startsWith(STORE)) {
      pins.checkOpening(declaration.directory(), environment.type());
    }
    byte[] bytes = value.revealBytes();
    values.add(new ExportedValue(declaration.name().value(), bytes));
    for (String variable : declaration.env()) {
      values.add(new ExportedValue(variable, bytes));
    }
  }
}
