package dev.countersign.cli.gate;

import dev.countersign.runtime.declaration.Declaration;
import java.util.List;

/**
 * A declared secret as the gate saw it.
 *
 * @param declaration what is declared of it
 * @param users the places that use it, in order; empty if none of the artifacts does
 * @param standings how it stands in each environment that was asked for
 */
public record CheckedSecret(
    Declaration declaration, List<SecretUser> users, List<SecretStanding> standings) {

  /** Copies what it is given. */
  public CheckedSecret {
    users = List.copyOf(users);
    standings = List.copyOf(standings);
  }
}
