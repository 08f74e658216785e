package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.LOCAL;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {
  private static final Set<EnvironmentType> ALL = EnumSet.allOf(EnvironmentType.class);
  private static final Declaration NEEDED = Declaration.of(TOKEN);

  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.values());
  }

  @Test
  void whatTheStoreHolds_isSet() throws Exception {
    project.set(PROD, TOKEN, "a");
    assertEquals(Presence.SET, presence(NEEDED, PROD));
    assertEquals(Presence.SET, presence(NEEDED, EU_WEST));
    assertEquals(Presence.MISSING, presence(NEEDED, DEV));
  }

  @Test
  void whatWasUnset_isMissing() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.writer.write(List.of(Change.unset(PROD, TOKEN)));
    assertEquals(Presence.MISSING, presence(NEEDED, PROD));
  }

  @Test
  void anOverride_countsInTypeLocalOnly() {
    StoreIndex index = project.index();
    assertEquals(Presence.OVERRIDDEN, Presence.of(NEEDED, LOCAL, index, true));
    assertEquals(Presence.MISSING, Presence.of(NEEDED, LOCAL, index, false));
    assertEquals(Presence.MISSING, Presence.of(NEEDED, PROD, index, true));
  }

  @Test
  void whatNeedNotBeThere_isNotMissing() {
    assertEquals(
        Presence.NOT_NEEDED, presence(declaration(Set.of(EnvironmentType.DEV), false), PROD));
    assertEquals(Presence.OPTIONAL, presence(declaration(ALL, true), PROD));
    assertEquals(Presence.EXTERNAL, presence(external(), PROD));
    assertEquals(Presence.MISSING, presence(external(), DEV));
  }

  @Test
  void whatNeedNotBeThereAndIs_isSet() throws Exception {
    project.set(PROD, TOKEN, "a");
    assertEquals(Presence.SET, presence(declaration(Set.of(EnvironmentType.DEV), false), PROD));
    assertEquals(Presence.SET, presence(declaration(ALL, true), PROD));
    assertEquals(Presence.SET, presence(external(), PROD));
  }

  @Test
  void aVersionBelowTheLowestAccepted_isOutdated() throws Exception {
    Declaration atLeastTwo = minVersion(2);
    project.set(PROD, TOKEN, "a");
    assertEquals(Presence.OUTDATED, presence(atLeastTwo, PROD));
    assertEquals(Presence.OUTDATED, presence(atLeastTwo, EU_WEST));
    project.set(PROD, TOKEN, "b");
    assertEquals(Presence.SET, presence(atLeastTwo, PROD));
  }

  @Test
  void aNamedEnvironment_countsVersionsOfItsOwn() throws Exception {
    project.set(EU_WEST, TOKEN, "a");
    assertEquals(Presence.SET, presence(minVersion(2), EU_WEST));
    assertEquals(Presence.MISSING, presence(minVersion(2), PROD));
  }

  @Test
  void aDamagedFile_countsAgainstWhatIsOrMightBeInIt() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.write("prod.secrets", "nonsense\n");
    assertEquals(Presence.DAMAGED, presence(NEEDED, PROD));
    assertEquals(Presence.DAMAGED, presence(declaration(ALL, true), PROD));
    assertEquals(
        Presence.NOT_NEEDED, presence(declaration(Set.of(EnvironmentType.DEV), false), PROD));
    assertEquals(Presence.EXTERNAL, presence(external(), PROD));
    assertEquals(Presence.MISSING, presence(NEEDED, DEV));
  }

  @ParameterizedTest
  @CsvSource({
    "SET, false",
    "OVERRIDDEN, false",
    "MISSING, true",
    "OUTDATED, true",
    "DAMAGED, true",
    "NOT_NEEDED, false",
    "OPTIONAL, false",
    "EXTERNAL, false"
  })
  void whatAProgramMustNotGoOnWithout_isMissing(Presence presence, boolean missing) {
    assertEquals(missing, presence.isMissing());
  }

  private Presence presence(Declaration declaration, Environment environment) {
    return Presence.of(declaration, environment, project.index(), false);
  }

  private static Declaration declaration(Set<EnvironmentType> types, boolean optional) {
    return new Declaration(
        TOKEN, null, List.of(), types, null, Map.of(), Format.TEXT, optional, Set.of(), "");
  }

  private static Declaration external() {
    Set<EnvironmentType> prod = Set.of(EnvironmentType.PROD);
    return new Declaration(
        TOKEN, null, List.of(), ALL, null, Map.of(), Format.TEXT, false, prod, "");
  }

  private static Declaration minVersion(int version) {
    return new Declaration(
        TOKEN,
        null,
        List.of(),
        ALL,
        null,
        Map.of(EnvironmentType.PROD, version),
        Format.TEXT,
        false,
        Set.of(),
        "");
  }
}
