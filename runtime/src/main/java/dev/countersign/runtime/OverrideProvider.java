package dev.countersign.runtime;

import dev.countersign.runtime.dotenv.Entry;
import dev.countersign.runtime.dotenv.OverrideFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers from this developer's {@code .secrets.local}; asked in type local only. */
final class OverrideProvider implements SecretProvider {
  static final int ORDINAL = 290;

  private final OverrideFile file;

  OverrideProvider(OverrideFile file) {
    this.file = file;
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    Entry entry = file.find(new SecretName(request.name()));
    return entry == null
        ? null
        : SecretValue.opened(
            request.name(),
            OverrideFile.FILE + ":" + entry.line(),
            entry.value().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return OverrideFile.FILE;
  }

  @Override
  public int ordinal() {
    return ORDINAL;
  }
}
