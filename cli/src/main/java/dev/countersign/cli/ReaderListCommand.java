package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows who can open what, as the keyrings' clear lines say. Needs no key. */
final class ReaderListCommand implements Command {
  private static final Option JSON = Option.flag("--json", "print JSON, a type at a time");

  @Override
  public Syntax syntax() {
    return Syntax.of("reader list", "show who can open which types")
        .options(Targets.TYPES, JSON)
        .detail("No key is needed. The lines of a keyring count as they stand there in clear.")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    Workspace workspace = Workspace.open(context);
    List<Keyring> keyrings = keyrings(arguments, workspace);
    context.out().print(arguments.has(JSON) ? json(keyrings) : table(keyrings));
    return ExitStatus.DONE;
  }

  private static List<Keyring> keyrings(Arguments arguments, Workspace workspace)
      throws Failure, StoreException {
    String chosen = arguments.find(Targets.TYPES);
    List<Keyring> keyrings = new ArrayList<>();
    for (EnvironmentType type :
        chosen == null ? List.of(EnvironmentType.values()) : Targets.types(chosen)) {
      Keyring keyring = Keyring.read(workspace.store(), "", type);
      if (keyring != null) {
        keyrings.add(keyring);
      } else if (chosen != null) {
        throw Failure.unusable(
            "there is no " + ReaderNames.keyrings(List.of(type)) + "\n  fix: secret init");
      }
    }
    return keyrings;
  }

  private static String table(List<Keyring> keyrings) {
    Map<Reader, List<String>> types = new LinkedHashMap<>();
    for (Keyring keyring : keyrings) {
      for (Reader reader : keyring.readers()) {
        types.computeIfAbsent(reader, absent -> new ArrayList<>()).add(keyring.type().id());
      }
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("READER", "TYPES", "KEY"));
    for (Map.Entry<Reader, List<String>> entry : types.entrySet()) {
      Reader reader = entry.getKey();
      rows.add(List.of(reader.name(), String.join(",", entry.getValue()), reader.recipient()));
    }
    return Table.of(rows);
  }

  private static String json(List<Keyring> keyrings) {
    JsonWriter json = new JsonWriter().begin('{');
    for (Keyring keyring : keyrings) {
      json.key(keyring.type().id()).begin('{');
      json.key("identities").strings(keyring.identities());
      json.key("readers").begin('[');
      for (Reader reader : keyring.readers()) {
        json.element().begin('{').key("name").string(reader.name());
        json.key("recipient").string(reader.recipient()).end();
      }
      json.end().end();
    }
    return json.end().finish();
  }
}
