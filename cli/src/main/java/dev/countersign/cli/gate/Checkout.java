package dev.countersign.cli.gate;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The project that a program is held against: its directory, what it declares, and where.
 *
 * @param root the directory of {@code secrets.toml}
 * @param declarations what that file, and those it extends, declare
 * @param places says where a declared secret is: {@code secrets.toml:6}
 */
public record Checkout(Path root, Declarations declarations, Function<SecretName, String> places) {

  /**
   * Reads the declarations of a directory.
   *
   * @throws MalformedDeclarationsException if a file is absent or malformed, with every problem;
   *     {@link GateReport#of(Path, MalformedDeclarationsException)} makes a report of it
   */
  public static Checkout read(Path root) throws MalformedDeclarationsException {
    Project project = Project.read(root);
    return new Checkout(root, project.declarations(), project::place);
  }

  @Nullable Place place(SecretName name) {
    return declarations.find(name) == null ? null : Place.parse(places.apply(name));
  }
}
