package dev.countersign.cli.gate;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreFiles;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a program is held against.
 *
 * @param checkout the project, or null where there is none
 * @param program what the program and its libraries declare and use
 * @param declarations what counts as declared, the libraries' included
 * @param files the store that the program will read
 * @param index what is in it
 * @param packed that store, if it is packed into the program, or null if it is the checkout's
 */
record Ground(
    @Nullable Checkout checkout,
    Program program,
    Declarations declarations,
    StoreFiles files,
    StoreIndex index,
    @Nullable PackedFiles packed) {

  static Ground of(@Nullable Checkout checkout, Built built, List<GateFinding> findings) {
    Declarations own = checkout == null ? own(built, findings) : checkout.declarations();
    PackedFiles packed = PackedFiles.find(own.application(), built.units(), findings);
    Program program = Program.of(own, built);
    Declarations declarations = program.merged(own);
    StoreFiles files =
        packed != null || checkout == null ? stored(packed) : new StoreDirectory(checkout.root());
    StoreIndex index = StoreIndex.read(files, declarations);
    return new Ground(checkout, program, declarations, files, index, packed);
  }

  /** Without a checkout and without a packed store there is nothing to look at, which was told. */
  private static StoreFiles stored(@Nullable PackedFiles packed) {
    return packed == null ? new PackedFiles("", new Unit(0, "", false)) : packed;
  }

  /** Returns what the application itself declares, by its manifests: it is the one packed. */
  private static Declarations own(Built built, List<GateFinding> findings) {
    Set<String> applications = PackedFiles.applications(built.units());
    if (applications.size() != 1) {
      findings.add(
          GateFinding.of(
              GateRule.NO_STORE,
              applications.isEmpty()
                  ? "there is no secrets.toml around here, and no store is packed into what was"
                      + " named"
                  : "there is no secrets.toml around here, and stores of several applications are"
                      + " packed: "
                      + Wording.list(applications),
              "run it in the checkout, or name a jar that carries the store of one application"));
    }
    String application = applications.size() == 1 ? applications.iterator().next() : "";
    Map<SecretName, Declaration> secrets = new TreeMap<>();
    Declarations found = new Declarations(application, secrets, Map.of(), List.of(""));
    for (FoundManifest each : built.manifests()) {
      Declarations declarations = each.manifest().declarations();
      if (declarations.application().equals(application)) {
        declarations.secrets().forEach(secrets::putIfAbsent);
        found = declarations;
      }
    }
    return new Declarations(application, secrets, found.environments(), found.directories());
  }

  @Nullable Path root() {
    return checkout == null ? null : checkout.root();
  }

  /** Returns {@code in the store packed into app.jar}, or nothing where that is not so. */
  String where() {
    return packed == null ? "" : " in the store packed into " + packed.origin();
  }

  /** Returns what else is to do after something was mended in the checkout. */
  String afterwards() {
    return packed == null ? "" : ", and build " + packed.origin() + " again";
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
