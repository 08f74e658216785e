package dev.countersign.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Code that can answer for a secret: a vault, a key management service, a file of your own. Given
 * to {@link SecretsBuilder#with}, or found on the class path through {@link
 * java.util.ServiceLoader}.
 *
 * <p>Providers are asked in order of {@link #ordinal}, the highest first, and the first answer
 * counts. What is built in has these: the process environment 300, {@code .secrets.local} 290,
 * mounted files 200, the store 100. Among equals yours comes before what is built in, what {@code
 * with} was given before what was found on the class path, and what was given later before what was
 * given earlier.
 *
 * <p>Called by several threads at once. Asked for each secret when secrets are loaded, and then
 * only when they are reloaded; in between, its answers are kept.
 */
public interface SecretProvider {
  /** The ordinal of a provider that does not say otherwise: above all that is built in. */
  int DEFAULT_ORDINAL = 400;

  /**
   * Returns the value of a secret, or null if there is none here; then the next provider is asked.
   * A {@link SecretValue#of(String)} gets {@link #name} for its source.
   *
   * @throws SecretProviderException if there may be an answer and it cannot be had. Nothing is
   *     passed over: the next provider is not asked. Of any other exception the class is told and
   *     its message is not, as it might hold the value
   */
  @Nullable SecretValue find(SecretRequest request);

  /** Returns what messages call this provider, such as {@code vault}. */
  String name();

  /** Returns this provider's precedence; a higher one is asked earlier. Asked for once. */
  default int ordinal() {
    return DEFAULT_ORDINAL;
  }

  /** Returns the places that {@link #find} looks at for a secret, for messages. No values. */
  default List<String> sources(SecretRequest request) {
    return List.of(name());
  }

  /**
   * Returns a provider that answers from a map of values by the names of secrets.
   *
   * @throws IllegalArgumentException if a key of the map is not the name of a secret
   */
  static SecretProvider of(Map<String, String> values) {
    return new MapProvider(values, "map");
  }

  /**
   * Returns a provider that answers from a dotenv file, by the name of a secret or else by its
   * {@code env} names. The syntax is that of {@code .secrets.local}. The file is read when secrets
   * are loaded and must be there; it counts in every environment.
   */
  static SecretProvider dotenv(Path file) {
    return new DotenvProvider(file);
  }
}
