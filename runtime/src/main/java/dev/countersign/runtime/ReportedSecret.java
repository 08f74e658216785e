package dev.countersign.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one secret; never its value.
 *
 * @param name the secret
 * @param status how it stands
 * @param source where its value comes from, such as {@code env:GITHUB_TOKEN}, or null
 * @param users the places that use it, such as {@code GitHubClient.token}
 * @param problem what is wrong, with what mends it, in several lines; null where nothing is
 */
public record ReportedSecret(
    String name,
    SecretStatus status,
    @Nullable String source,
    List<String> users,
    @Nullable String problem) {
  /** Copies the list. */
  public ReportedSecret {
    users = List.copyOf(users);
  }

  /** Returns one line: name, status and source. */
  @Override
  public String toString() {
    return name + " " + status + (source == null ? "" : ", " + source);
  }
}
