package dev.countersign.cli;

import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.Entry;
import dev.countersign.runtime.dotenv.OverrideEditor;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports into this developer's own {@code .secrets.local}. */
final class OverrideImport extends ImportTarget {
  OverrideImport(Workspace workspace) {
    super(workspace);
  }

  @Override
  List<ImportChange> plan(Collection<ImportedSecret> secrets) throws DotenvFormatException {
    OverrideFile file = OverrideFile.read(workspace().root());
    List<ImportChange> changes = new ArrayList<>();
    for (ImportedSecret secret : secrets) {
      changes.add(new ImportChange(kind(secret, file.find(secret.name())), secret, null, 0));
    }
    return changes;
  }

  private static ImportChange.Kind kind(ImportedSecret secret, @Nullable Entry present) {
    if (secret.value() == null) {
      return present == null ? ImportChange.Kind.UNCHANGED : ImportChange.Kind.REMOVED;
    }
    if (present == null) {
      return ImportChange.Kind.ADDED;
    }
    return secret.value().equals(present.value())
        ? ImportChange.Kind.UNCHANGED
        : ImportChange.Kind.CHANGED;
  }

  @Override
  List<String> stage(List<ImportChange> changes, AtomicFiles batch)
      throws StoreException, DotenvFormatException {
    AtomicFile file =
        AtomicFile.ownerOnly(workspace().root().resolve(OverrideFile.FILE), OverrideFile.FILE);
    String text = ProjectText.decode(file.read());
    List<String> told = new ArrayList<>();
    for (ImportChange change : changes) {
      if (change.isWrite()) {
        text = edited(text, change.secret());
        told.add(change.told(0));
      }
    }
    batch.add(file, text.getBytes(StandardCharsets.UTF_8), Destination.UNCHECKED);
    return told;
  }

  private static String edited(String text, ImportedSecret secret) throws DotenvFormatException {
    String value = secret.value();
    return value == null
        ? OverrideEditor.remove(text, secret.name())
        : OverrideEditor.set(text, secret.name(), value);
  }
}
