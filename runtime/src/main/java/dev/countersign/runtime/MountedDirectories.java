package dev.countersign.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where platforms mount secrets as files, one a secret. */
final class MountedDirectories {
  static final String NONE = "no COUNTERSIGN_SECRETS_DIR, CREDENTIALS_DIRECTORY or /run/secrets";

  private static final String CHOSEN = "COUNTERSIGN_SECRETS_DIR";
  private static final String OF_SYSTEMD = "CREDENTIALS_DIRECTORY";

  private static final String SWAPPED = "..data";

  private MountedDirectories() {}

  /**
   * Returns the directories, the one whose files come first in front: the one that was chosen for
   * us, then that of systemd, then that of containers.
   *
   * @throws SecretsException if the one that was chosen is no directory
   */
  static List<Path> of(Host host) {
    List<Path> directories = new ArrayList<>();
    Path chosen = directory(host, CHOSEN);
    if (chosen != null) {
      directories.add(existing(chosen));
    }
    Path ofSystemd = directory(host, OF_SYSTEMD);
    if (ofSystemd != null) {
      directories.add(ofSystemd);
    }
    Path ofContainers = host.containerSecrets();
    if (ofContainers != null && Files.exists(ofContainers)) {
      directories.add(ofContainers);
    }
    return directories;
  }

  /**
   * Returns what the directories stand for now. Kubernetes swaps one link, {@code ..data}, for all
   * files of a directory at once: between two equal answers no file was swapped.
   */
  static List<Path> states(Host host) {
    List<Path> states = new ArrayList<>();
    for (Path directory : of(host)) {
      Path data = directory.resolve(SWAPPED);
      states.add(real(Files.isSymbolicLink(data) ? data : directory));
    }
    return states;
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      return directory; // not there now: what is asked for is told then
    }
  }

  private static @Nullable Path directory(Host host, String variable) {
    String text = host.variable(variable);
    try {
      return text == null ? null : host.workingDirectory().resolve(text);
    } catch (InvalidPathException e) {
      throw noDirectory(variable, String.valueOf(text));
    }
  }

  private static Path existing(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw noDirectory(CHOSEN, directory.toString());
    }
    return directory;
  }

  private static SecretsException noDirectory(String variable, String text) {
    return new SecretsException(
        variable
            + " is no directory: "
            + text
            + "\n  fix: mount the secrets there, or unset "
            + variable);
  }
}
