package dev.countersign.runtime;

import dev.countersign.runtime.store.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One file that a platform mounts. There or not there; never there and passed over. */
final class MountedFile {
  private static final int TRIES = 10;

  private final String secret;
  private final Path path;

  MountedFile(String secret, Path path) {
    this.secret = secret;
    this.path = path;
  }

  /**
   * Returns the content without its last line end, or null if there is no such file.
   *
   * @throws UnresolvedSecretException if it cannot be read, is empty or too large
   */
  byte @Nullable [] read() {
    try {
      byte[] content = content();
      return content == null ? null : value(content);
    } catch (AccessDeniedException e) {
      throw unusable("permission denied", "let the user that runs this program read it");
    } catch (NoSuchFileException e) {
      throw unusable("it is a link to what is not there", "mount it again, or remove the link");
    } catch (IOException e) {
      throw unusable(reason(e), "mount it again, or remove it");
    }
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    return reason == null || reason.isEmpty()
        ? "input or output error"
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }

  /** Tries again where a link was swapped while it was followed, as Kubernetes does. */
  private byte @Nullable [] content() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return regular();
      } catch (NoSuchFileException e) {
        if (!Files.isSymbolicLink(path)) {
          requireDirectory();
          return null;
        }
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Later JDKs say that nothing is there where a file is in place of the directory. */
  private void requireDirectory() throws IOException {
    Path directory = path.getParent();
    if (directory != null && Files.isRegularFile(directory)) {
      throw new FileSystemException(path.toString(), null, "not a directory");
    }
  }

  private byte[] regular() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw unusable("it is a directory", "mount a file in its place");
    }
    if (!attributes.isRegularFile()) {
      throw unusable("it is not a regular file", "mount a file in its place");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(SecretStore.MAX_VALUE_BYTES + 3); // a line end, and one too many
    }
  }

  private byte[] value(byte[] content) {
    int length = withoutLineEnd(content);
    byte[] value = Arrays.copyOf(content, length);
    Arrays.fill(content, (byte) 0);
    if (length == 0) {
      throw unusable("it is empty", "write the value into it, or remove it");
    }
    if (length > SecretStore.MAX_VALUE_BYTES) {
      Arrays.fill(value, (byte) 0);
      throw unusable(
          "it is larger than " + SecretStore.MAX_VALUE_BYTES + " bytes", "mount a smaller one");
    }
    return value;
  }

  private static int withoutLineEnd(byte[] content) {
    int length = content.length;
    if (length > 0 && content[length - 1] == '\n') {
      length--;
      if (length > 0 && content[length - 1] == '\r') {
        length--;
      }
    }
    return length;
  }

  private UnresolvedSecretException unusable(String fact, String fix) {
    String source = MountedProvider.PREFIX + path;
    return UnresolvedSecretException.unusable(secret, source, fact, fix, null);
  }
}
