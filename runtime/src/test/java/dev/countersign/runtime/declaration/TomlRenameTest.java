package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is renamed in the text of secrets.toml, and nothing else is. */
final class TomlRenameTest {
  private static final SecretName OLD = new SecretName("Old");
  private static final SecretName NEW = new SecretName("NewName");

  /** Each is written with {@code Old} where the new name must stand, and with none elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[secrets.Old]\ntypes = [\"prod\"]\n",
        "# of the team\n[ secrets . Old ] # here\nenv = [\"GH\"]\n\n[secrets.A]\n",
        "[secrets.\"Old\"]\n",
        "[secrets.'Old']\r\ndescription = \"x\"\r\n",
        "[secrets]\nOld = {}\nA = { description = \"\"\"\nx\"\"\" }\n",
        "[secrets]\nOld.optional = true\nOld.env = [\n  \"GH\", # why\n]\n",
        "secrets.Old.optional = true\nsecrets.Old.env = [\"GH\"]\n",
        "[secrets.Old]\n[secrets.Old.min-version]\nprod = 4\n",
        "[secrets.A]\ndescription = '''\n[secrets.A]\n'''\n\t[secrets.Old]\n"
      })
  void everySpelling_isRenamedInItsPlace(String rest) throws Exception {
    String toml = "application = \"payments\"\n" + rest;
    String expected =
        toml.replace("\"Old\"", "Old").replace("'Old'", "Old").replace("Old", NEW.value());
    assertEquals(expected, DeclarationsEditor.rename(toml, OLD, NEW));
  }

  @Test
  void nameElsewhere_staysAsItIs() throws Exception {
    String toml =
        """
        application = "old"
        # Old was [secrets.Old] once
        [secrets.Older]
        description = "Old"
        env = ["Old_X"]
        [secrets.Old] # Old
        description = "Old"
        [environments]
        old = "prod"
        """;
    assertEquals(
        toml.replace("[secrets.Old] # Old\n", "[secrets.NewName] # Old\n"),
        DeclarationsEditor.rename(toml, OLD, NEW));
  }

  @Test
  void caseOfLetters_canBeRenamed() throws Exception {
    String toml = "application = \"payments\"\n[secrets.Old]\n";
    assertEquals(
        toml.replace("Old", "OLD"), DeclarationsEditor.rename(toml, OLD, new SecretName("OLD")));
  }

  @Test
  void inlineTableOfAllSecrets_isRefusedWithItsPlace() {
    String toml = "application = \"payments\"\nsecrets = { Old = {} }\n";
    MalformedDeclarationsException e =
        assertThrows(
            MalformedDeclarationsException.class, () -> DeclarationsEditor.rename(toml, OLD, NEW));
    assertTrue(e.getMessage().contains("begin it with [secrets.Old] on a line of its own"));
    assertEquals(2, e.problems().get(0).line());
  }

  @Test
  void unknownOrTakenName_isRefused() {
    String toml = "application = \"payments\"\n[secrets.NewName]\n";
    assertThrows(
        MalformedDeclarationsException.class, () -> DeclarationsEditor.rename(toml, OLD, NEW));
    assertThrows(
        MalformedDeclarationsException.class,
        () -> DeclarationsEditor.rename(toml + "[secrets.Old]\n", OLD, NEW));
  }
}
