package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.dotenv.OverrideFile;

/** What changes a value that is wrong, where it comes from. */
final class SourceRemedy {
  private SourceRemedy() {}

  static String of(Declaration declaration, Environment environment, String source) {
    SecretName name = declaration.name();
    if (source.startsWith(VariableProvider.PREFIX)) {
      String variable = source.substring(VariableProvider.PREFIX.length());
      return "set the variable " + variable + " to another value where the program runs";
    }
    if (source.startsWith(MountedProvider.PREFIX)) {
      return "write another value into " + source.substring(MountedProvider.PREFIX.length());
    }
    if (source.startsWith(OverrideFile.FILE + ":")) {
      return "secret set --override " + name;
    }
    if (source.startsWith(StoreProvider.NAME + ":")) {
      return ofStore(declaration, environment, source);
    }
    return source.equals(MapProvider.SOURCE)
        ? "put another value into the map"
        : "change the value at " + source;
  }

  private static String ofStore(Declaration declaration, Environment environment, String source) {
    boolean isOfType = !source.startsWith(StoreProvider.NAME + ":" + environment + " ");
    Environment holder = isOfType ? environment.withoutName() : environment;
    return declaration.external().contains(environment.type())
        ? Remedy.set(declaration.name(), holder)
        : Remedy.missing(declaration, holder);
  }
}
