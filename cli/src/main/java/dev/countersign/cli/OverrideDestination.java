package dev.countersign.cli;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideEditor;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** This developer's own {@code .secrets.local}, in plaintext. */
final class OverrideDestination extends Destination {
  OverrideDestination(Workspace workspace, Declaration declaration, boolean isNew) {
    super(workspace, declaration, isNew);
  }

  @Override
  Path lockedRoot() {
    return workspace().root();
  }

  @Override
  String label() {
    return declaration().name() + " in " + OverrideFile.FILE;
  }

  @Override
  List<String> stage(byte[] value, AtomicFiles batch)
      throws Failure, StoreException, DotenvFormatException {
    OverrideNames.read(lockedRoot()); // refuses what could not be kept as it is
    AtomicFile file =
        AtomicFile.ownerOnly(lockedRoot().resolve(OverrideFile.FILE), OverrideFile.FILE);
    String text =
        OverrideEditor.set(ProjectText.decode(file.read()), declaration().name(), decoded(value));
    batch.add(file, text.getBytes(StandardCharsets.UTF_8), UNCHECKED);
    return List.of("set " + declaration().name() + " in " + OverrideFile.FILE);
  }

  private String decoded(byte[] value) throws Failure {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw Failure.refused(
          "the value is not UTF-8 text, and "
              + OverrideFile.FILE
              + " holds nothing else\n  fix: secret set --type local "
              + declaration().name());
    }
  }
}
