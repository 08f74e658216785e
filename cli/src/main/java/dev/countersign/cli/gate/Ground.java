package dev.countersign.cli.gate;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreFiles;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program is held against.
 *
 * @param checkout the project, or null where there is none
 * @param program what the program and its libraries declare and use
 * @param declarations what counts as declared, the libraries' included
 * @param files the store that the program will read
 * @param index what is in it
 * @param packedIn what the store is packed into, or null if it is the checkout's own
 */
record Ground(
    @Nullable Checkout checkout,
    Program program,
    Declarations declarations,
    StoreFiles files,
    StoreIndex index,
    @Nullable String packedIn) {

  static Ground of(@Nullable Checkout checkout, Built built) {
    if (checkout == null) {
      throw new IllegalArgumentException("a checkout is needed");
    }
    Program program = Program.of(checkout.declarations(), built);
    Declarations declarations = program.merged(checkout.declarations());
    StoreFiles files = new StoreDirectory(checkout.root());
    return new Ground(
        checkout, program, declarations, files, StoreIndex.read(files, declarations), null);
  }

  @Nullable Path root() {
    return checkout == null ? null : checkout.root();
  }

  boolean isPacked() {
    return packedIn != null;
  }

  /** Returns the declared names that resemble this one, the best first. */
  List<String> similar(SecretName name) {
    List<String> names = new ArrayList<>();
    for (SecretName declared : declarations.secrets().keySet()) {
      names.add(declared.value());
    }
    return NearMisses.of(name.value(), names);
  }
}
