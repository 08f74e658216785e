package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of a named environment, with a secret of its own and one of a shared directory. */
class SharedStoreResolutionTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Environment WEST = new Environment(EnvironmentType.PROD, "eu-west");

  @TempDir Path temporary;
  private final Identity program = Identities.generate();
  private Path root;

  @BeforeEach
  void makeStores() throws Exception {
    root = Files.createDirectories(temporary.resolve("app"));
    Files.createDirectories(temporary.resolve("shared"));
    for (String directory : new String[] {"", "../shared"}) {
      Reader reader = new Reader("program", program.recipient().toString());
      writer(directory).createTypes(List.of(EnvironmentType.PROD), List.of(reader));
    }
    set("", PROD, "Own", "own");
    set("../shared", PROD, "Common", "common");
  }

  @Test
  void eachSecret_isOpenedWithTheKeyringOfItsDirectory() throws Exception {
    Resolver resolver = resolver();
    resolver.verify();
    assertEquals("own", resolver.get("Own").reveal());
    assertEquals("common", resolver.get("Common").reveal());
    set("../shared", WEST, "Common", "west");
    assertEquals("west", resolver().get("Common").reveal());
  }

  @Test
  void blockOfTheName_inAnotherDirectory_isNoAnswer() throws Exception {
    set("", PROD, "Common", "not this one");
    assertEquals("common", resolver().get("Common").reveal());
  }

  @Test
  void tombstoneOfTheEnvironment_fallsBackToTheType() throws Exception {
    set("../shared", WEST, "Common", "west");
    writer("../shared").write(List.of(Change.unset(WEST, new SecretName("Common"))));
    assertTrue(resolver().presence().isSound());
    assertEquals("common", resolver().get("Common").reveal());
  }

  @Test
  void readerOfOneDirectory_isToldWhereTheOtherHasToAddIt() throws Exception {
    Path keyring = temporary.resolve("shared/secrets/prod.keyring");
    Files.delete(keyring);
    Files.delete(temporary.resolve("shared/secrets/prod.secrets"));
    Reader ada = new Reader("ada", Identities.generate().recipient().toString());
    writer("../shared").createTypes(List.of(EnvironmentType.PROD), List.of(ada));
    set("../shared", PROD, "Common", "common");
    UnresolvedSecretException e =
        assertThrows(UnresolvedSecretException.class, () -> resolver().verify());
    assertEquals(List.of("Common"), e.names());
    String line = "ada\n  fix: one of them runs: secret -C ../shared reader add NAME ";
    assertTrue(e.getMessage().contains(line + program.recipient()), e.getMessage());
    assertEquals("own", resolver().get("Own").reveal());
  }

  @Test
  void damageThere_stopsItsSecretsAlone() throws Exception {
    Files.writeString(temporary.resolve("shared/secrets/eu-west.secrets"), "nonsense\n");
    UnresolvedSecretException e = resolver().presence().exception();
    assertEquals(List.of("Common"), e.names());
    assertTrue(e.getMessage().contains("../shared/secrets/eu-west.secrets:1"), e.getMessage());
    assertEquals("own", resolver().get("Own").reveal());
  }

  private Resolver resolver() {
    Map<SecretName, Declaration> secrets = new TreeMap<>();
    add(Declaration.of(new SecretName("Own")), secrets);
    add(shared(Declaration.of(new SecretName("Common"))), secrets);
    Declarations declarations =
        new Declarations(
            "app", secrets, Map.of("eu-west", EnvironmentType.PROD), List.of("", "../shared"));
    Catalog catalog = Declare.catalog(new Manifest("app", declarations, "00", List.of()));
    Host host = new Host(Map.of("COUNTERSIGN_KEY", program.encoded()), Map.of(), root);
    return new Setup(host, Root.at(root), WEST, catalog, List.of(), Log.ofWarnings()).snapshot();
  }

  private static void add(Declaration declaration, Map<SecretName, Declaration> secrets) {
    secrets.put(declaration.name(), declaration);
  }

  private static Declaration shared(Declaration plain) {
    return new Declaration(
        plain.name(),
        plain.description(),
        plain.env(),
        plain.types(),
        plain.pattern(),
        plain.minVersions(),
        plain.format(),
        plain.optional(),
        plain.external(),
        "../shared");
  }

  private void set(String directory, Environment environment, String name, String value)
      throws StoreException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    writer(directory).write(List.of(Change.set(environment, new SecretName(name), bytes)));
  }

  private StoreWriter writer(String directory) {
    return new StoreWriter(new StoreDirectory(root), directory);
  }
}
