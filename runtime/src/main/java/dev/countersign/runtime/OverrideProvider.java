package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.Entry;
import dev.countersign.runtime.dotenv.OverrideFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from this developer's {@code .secrets.local}; asked in type local only. */
final class OverrideProvider implements SecretProvider {
  private final OverrideFile file;

  OverrideProvider(OverrideFile file) {
    this.file = file;
  }

  @Override
  public @Nullable SecretValue find(Declaration declaration) {
    Entry entry = file.find(declaration.name());
    return entry == null
        ? null
        : SecretValue.opened(
            declaration.name().value(),
            OverrideFile.FILE + ":" + entry.line(),
            entry.value().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void addSources(Declaration declaration, List<String> asked) {
    asked.add(OverrideFile.FILE);
  }
}
