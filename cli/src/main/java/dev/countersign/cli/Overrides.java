package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.dotenv.OverrideNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This developer's {@code .secrets.local}, as commands look at it. */
final class Overrides {
  private Overrides() {}

  /** Returns a line for every name that is not declared, and so does nothing. */
  static List<String> undeclared(OverrideNames names, Workspace workspace) {
    List<String> declared = new ArrayList<>();
    for (SecretName name : workspace.declarations().secrets().keySet()) {
      declared.add(name.value());
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : names.lines().entrySet()) {
      String name = entry.getKey();
      if (!declared.contains(name)) {
        lines.add(
            OverrideFile.FILE
                + ":"
                + entry.getValue()
                + ": "
                + name
                + " is not declared"
                + Text.similar(NearMisses.of(name, declared)));
      }
    }
    return lines;
  }
}
