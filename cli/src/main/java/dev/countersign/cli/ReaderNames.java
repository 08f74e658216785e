package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Readers on the command line. */
final class ReaderNames {
  static final Parameter NAME =
      Parameter.required("NAME", "what the reader is called").of(Words.READER);

  private ReaderNames() {}

  /** Returns a name; what is none may be a key, so it is not quoted. */
  static String parse(String text) throws Failure {
    if (!Reader.isValidName(text) || text.startsWith("AGE-SECRET-KEY-")) {
      throw Failure.usage("NAME is not a reader's name: " + Reader.NAME_RULE);
    }
    return text;
  }

  /** Returns the files in which the readers of some types stand. */
  static String keyrings(Collection<EnvironmentType> types) {
    List<String> files = new ArrayList<>();
    for (EnvironmentType type : types) {
      files.add(StoreDirectory.NAME + "/" + Keyring.fileName(type));
    }
    return String.join(" ", files);
  }
}
