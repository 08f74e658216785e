package dev.countersign.runtime;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project with secrets of type prod, {@code Token} and {@code Other}, and a program in it. */
final class SealedProject {
  static final String TOKEN = "hunter2-token";
  static final String OTHER = "hunter2-other";

  final Path root;
  final Identity reader = Identities.generate();
  final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();

  SealedProject(Path root) throws IOException, StoreException {
    this.root = root;
    Files.writeString(root.resolve("secrets.toml"), "application = \"app\"\n");
    writer()
        .createTypes(
            List.of(EnvironmentType.PROD),
            List.of(new Reader("ada", reader.recipient().toString())));
    set("Token", TOKEN);
    set("Other", OTHER);
    variables.put("COUNTERSIGN_ENVIRONMENT", "prod");
    variables.put("COUNTERSIGN_KEY", reader.encoded());
    variables.put("XDG_CONFIG_HOME", root.resolve("nobody").toString());
    properties.put(Host.CONTAINER_SECRETS, root.resolve("none").toString());
  }

  void property(String name, String value) {
    properties.put(name, value);
  }

  void set(String name, String value) throws StoreException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Environment prod = Environment.of(EnvironmentType.PROD);
    writer().write(List.of(Change.set(prod, new SecretName(name), bytes)));
  }

  Path file() {
    return root.resolve("secrets/prod.secrets");
  }

  Host host() {
    return new Host(variables, properties, root);
  }

  /** Loads as the program does whose manifest {@code loading_test} is. */
  Secrets load(SecretProvider... providers) {
    return load("loading_test", providers);
  }

  Secrets load(String manifest, SecretProvider... providers) {
    SecretsBuilder builder = Secrets.builder();
    for (SecretProvider provider : providers) {
      builder.with(provider);
    }
    return builder.load(host(), new Modules(List.of(new EmptyModule(manifest))));
  }

  private StoreWriter writer() {
    return new StoreWriter(new StoreDirectory(root), "");
  }
}
