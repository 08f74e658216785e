package dev.countersign.runtime;

import dev.countersign.runtime.dotenv.DotenvFile;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Answers from a dotenv file given in code: by the secret's name, then by its {@code env} names.
 */
final class DotenvProvider implements SecretProvider {
  private final Path path;
  private final @Nullable DotenvFile file;

  DotenvProvider(Path path) {
    this(path, null);
  }

  private DotenvProvider(Path path, @Nullable DotenvFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Returns a provider that answers from the file as it is now.
   *
   * @throws SecretsException if the file cannot be read
   */
  DotenvProvider current() {
    return new DotenvProvider(path, read());
  }

  private DotenvFile read() {
    try {
      return DotenvFile.read(path);
    } catch (DotenvFormatException e) {
      throw new SecretsException(
          e.getMessage() + "\n  fix: mend the file, or leave it out of the builder", e);
    }
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    DotenvFile content = file == null ? read() : file;
    for (String name : request.names()) {
      Entry entry = content.find(name);
      if (entry != null) {
        return SecretValue.opened(
            request.name(),
            path + ":" + entry.line(),
            entry.value().getBytes(StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  @Override
  public String name() {
    return path.toString();
  }
}
