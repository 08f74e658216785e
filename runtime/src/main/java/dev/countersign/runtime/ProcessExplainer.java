package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Explains what a program would find if this process were it: for tools, which have declarations
 * and no manifests. Asks the providers that are built in, and no others.
 */
public final class ProcessExplainer {
  private final Host host;
  private final Path root;
  private final Declarations declarations;

  /**
   * Makes an explainer. Nothing is read yet.
   *
   * @param variables the process environment
   * @param properties the system properties {@code os.name} and {@code user.home}
   * @param root the directory that holds secrets.toml
   * @param declarations what is declared there
   */
  public ProcessExplainer(
      Map<String, String> variables,
      Map<String, String> properties,
      Path root,
      Declarations declarations) {
    this.host = new Host(Map.copyOf(variables), Map.copyOf(properties), root);
    this.root = root;
    this.declarations = declarations;
  }

  /**
   * Explains one secret. Opens nothing that is sealed, and tells no value.
   *
   * @throws SecretsException if it is not declared, or {@code .secrets.local} cannot be read
   */
  public Explanation explain(SecretName name, Environment environment) {
    Manifest manifest = new Manifest(declarations.application(), declarations, "", List.of());
    Catalog catalog = Catalog.of(List.of(new FoundManifest(root.toString(), manifest)));
    return new Setup(host, Root.at(root), environment, catalog, List.of(), Log.ofWarnings())
        .snapshot()
        .explain(name.value());
  }
}
