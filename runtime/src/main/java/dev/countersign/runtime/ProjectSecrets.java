package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.store.ReaderIdentities;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the secrets of a project resolve to for a program that runs in it: the same providers in the
 * same order. For tools that stand beside the program; the program itself has {@link Secrets}.
 */
public final class ProjectSecrets {
  private final Resolver resolver;

  private ProjectSecrets(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Reads what there is to read, and opens nothing.
   *
   * @param root the directory that holds {@code secrets.toml}
   * @param variables the process environment
   * @param properties the system properties {@code os.name} and {@code user.home}
   * @param workingDirectory where the program will run
   * @param identities what opens the store
   * @throws SecretsException if a file cannot be used
   */
  public static ProjectSecrets of(
      Path root,
      Declarations declarations,
      Environment environment,
      Map<String, String> variables,
      Map<String, String> properties,
      Path workingDirectory,
      ReaderIdentities identities) {
    Host host = new Host(variables, properties, workingDirectory);
    Catalog catalog = Catalog.of(declarations);
    Root place = Root.at(root);
    Setup setup = new Setup(host, place, environment, catalog, List.of(), Log.ofWarnings());
    SecretProvider store = Providers.store(setup, place, place.files(), identities);
    return new ProjectSecrets(setup.snapshot(store));
  }

  /**
   * Returns the value of a secret, still sealed if it comes from the store, or null if it has none.
   *
   * @throws UnresolvedSecretException if it is not declared, or what is there cannot be used
   */
  public @Nullable SecretValue find(SecretName name) {
    return resolver.find(name.value());
  }

  /**
   * Explains where a secret comes from. Opens nothing that is sealed, and tells no value.
   *
   * @throws UnresolvedSecretException if it is not declared
   */
  public Explanation explain(SecretName name) {
    return resolver.explain(name.value());
  }

  /**
   * Holds that secrets have values. Opens none.
   *
   * @throws UnresolvedSecretException naming all that have none, with the sources asked and what
   *     mends it. It has a cause if something that is there cannot be used
   */
  public void requirePresent(Collection<Declaration> needed) {
    Report report = resolver.report();
    for (Declaration declaration : needed) {
      try {
        if (find(declaration.name()) == null) {
          report.missing(declaration);
        }
      } catch (SecretsException e) {
        report.failed(declaration, e);
      }
    }
    report.done().throwIfUnsound();
  }
}
