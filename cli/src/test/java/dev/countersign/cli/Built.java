package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a build leaves below a project's root: a class {@code Client} that uses some secrets. */
final class Built {
  private Built() {}

  /** Writes the manifest of a directory of classes; the fields are named as the secrets. */
  static void at(Cli cli, String classes, String... names) throws IOException {
    Path directory = Files.createDirectories(cli.path(classes).resolve(Manifest.DIRECTORY));
    Manifest manifest = manifest(classes.replace('/', '-'), List.of(names));
    Files.writeString(directory.resolve(manifest.id() + ".json"), manifest.toJson());
  }

  private static Manifest manifest(String id, List<String> names) {
    Map<SecretName, Declaration> declared = new TreeMap<>();
    List<SecretUse> uses = new ArrayList<>();
    for (String text : names) {
      SecretName name = new SecretName(text);
      declared.put(name, Declaration.of(name));
      String member = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
      uses.add(new SecretUse(name, member, "SecretValue", false, false));
    }
    SecretClass client =
        new SecretClass(
            "com.example.Client", SecretClass.Kind.INJECTED, "com.example.SecretModule_x", uses);
    Declarations declarations = new Declarations("payments", declared, Map.of(), List.of(""));
    return new Manifest(id, declarations, "0".repeat(64), List.of(client));
  }
}
