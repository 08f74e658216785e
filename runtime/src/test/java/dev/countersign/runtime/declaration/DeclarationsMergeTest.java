package dev.countersign.runtime.declaration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsMergeTest {
  private static final String BASE =
      """
      # The secrets of payments.
      application = "payments"

      # For deployments.
      [secrets.Alpha]
      env = [
        "ALPHA", # [not a table]
      ]

      [secrets.Beta]
      description = '''
      [secrets.NotThis]
      '''

      [environments]
      eu-west = "prod"
      """;

  @Test
  void secretsAddedOnBothSides_areBothThere() throws Exception {
    String ours = BASE + "\n[secrets.Ours]\noptional = true\n";
    String theirs = BASE + "\n# Theirs.\n[secrets.Theirs]\noptional = true\n";
    assertMerged(
        BASE
            + "\n[secrets.Ours]\noptional = true\n"
            + "\n# Theirs.\n[secrets.Theirs]\noptional = true\n",
        ours,
        theirs);
  }

  @Test
  void changeAndRemoval_ofDifferentSecrets_areBothDone() throws Exception {
    String ours = BASE.replace("[secrets.Alpha]\n", "[secrets.Alpha]\noptional = true\n");
    String theirs = without(BASE, "[secrets.Beta]", "[environments]");
    assertMerged(without(ours, "[secrets.Beta]", "[environments]"), ours, theirs);
    assertMerged(without(ours, "[secrets.Beta]", "[environments]"), theirs, ours);
  }

  @Test
  void commentOfASecret_isChangedWithIt() throws Exception {
    String ours = BASE.replace("# For deployments.", "# For releases.");
    String theirs = BASE.replace("# The secrets of", "# All secrets of");
    assertMerged(
        BASE.replace("# For deployments.", "# For releases.")
            .replace("# The secrets of", "# All secrets of"),
        ours,
        theirs);
  }

  @Test
  void environments_areMergedOneByOne_andTheirTableStaysTheirs() throws Exception {
    String ours = BASE + "us = \"prod\"\n\n[secrets.Ours]\n";
    String theirs = BASE + "asia = \"dev\"\n";
    String merged = BASE + "us = \"prod\"\nasia = \"dev\"\n\n[secrets.Ours]\n";
    assertMerged(merged, ours, theirs);
    assertMerged(BASE + "asia = \"dev\"\nus = \"prod\"\n\n[secrets.Ours]\n", theirs, ours);
  }

  @Test
  void keysOfTheFile_areMergedOneByOne() throws Exception {
    String ours = "extends = [\"../shared\"]\n" + BASE;
    String theirs = BASE.replace("\"payments\"", "\"billing\"");
    assertMerged(ours.replace("\"payments\"", "\"billing\""), ours, theirs);
  }

  @Test
  void sameChangeOnBothSides_isNoConflict() throws Exception {
    String both = BASE + "\n[secrets.Both]\n";
    assertMerged(both, both, both);
    assertMerged(both, both, BASE + "\n\n[secrets.Both]\n");
  }

  @Test
  void sameSecretChangedInTwoWays_isAConflictOfItAlone() throws Exception {
    String ours = BASE.replace("\"ALPHA\"", "\"OUR_ALPHA\"") + "\n[secrets.Ours]\n";
    String theirs = BASE.replace("\"ALPHA\"", "\"THEIR_ALPHA\"") + "\n[secrets.Theirs]\n";
    DeclarationsMerge merge = merge(BASE, ours, theirs);
    assertEquals(List.of("Alpha"), merge.conflicts());
    String alpha = BASE.substring(BASE.indexOf("# For"), BASE.indexOf("\n[secrets.Beta]"));
    assertEquals(
        BASE.replace(
                alpha,
                "<<<<<<< ours\n"
                    + alpha.replace("ALPHA", "OUR_ALPHA")
                    + "=======\n"
                    + alpha.replace("ALPHA", "THEIR_ALPHA")
                    + ">>>>>>> theirs\n")
            + "\n[secrets.Ours]\n\n[secrets.Theirs]\n",
        text(merge));
  }

  @Test
  void changeOfWhatTheOtherSideRemoved_isAConflict() throws Exception {
    String ours = without(BASE, "[secrets.Beta]", "[environments]");
    String theirs = BASE.replace("[secrets.Beta]\n", "[secrets.Beta]\noptional = true\n");
    DeclarationsMerge merge = merge(BASE, ours, theirs);
    assertEquals(List.of("Beta"), merge.conflicts());
    String changed = theirs.substring(theirs.indexOf("[secrets.Beta]"), theirs.indexOf("\n[env"));
    assertEquals(
        BASE.replace(
            changed.replace("optional = true\n", ""),
            "<<<<<<< ours\n=======\n" + changed + ">>>>>>> theirs\n"),
        text(merge));
    assertEquals(List.of("Beta"), merge(BASE, theirs, ours).conflicts());
  }

  @Test
  void conflictOfAnotherKey_isNamedByItsPath() throws Exception {
    String ours = BASE.replace("eu-west = \"prod\"", "eu-west = \"dev\"");
    String theirs = BASE.replace("eu-west = \"prod\"", "eu-west = \"local\"");
    assertEquals(List.of("environments.eu-west"), merge(BASE, ours, theirs).conflicts());
  }

  @Test
  void tablesOfOneSecret_areOneUnit() throws Exception {
    String base = "application = \"a\"\n[secrets.A]\n[secrets.A.min-version]\nprod = 1\n";
    String ours = base.replace("prod = 1", "prod = 2");
    String theirs = base.replace("[secrets.A]\n", "[secrets.A]\noptional = true\n");
    assertEquals(List.of("A"), merge(base, ours, theirs).conflicts());
    String inline = "application = \"a\"\n[secrets]\nA.optional = true\nA.types = [\"dev\"]\n";
    DeclarationsMerge merge =
        merge(inline, inline + "B = {}\n", inline.replace("[\"dev\"]", "[\"local\"]"));
    assertEquals(inline.replace("dev", "local") + "B = {}\n", text(merge));
  }

  @Test
  void lineEnds_areMergedLikeEverythingElse() throws Exception {
    String windows = BASE.replace("\n", "\r\n");
    String theirs = BASE + "\n[secrets.Theirs]\n";
    assertMerged(theirs.replace("\n", "\r\n"), windows, theirs);
    DeclarationsMerge merge = merge(windows, windows + "[secrets.Ours]\r\n", windows);
    assertEquals(windows + "[secrets.Ours]\r\n", text(merge));
    String mixed = windows + "[secrets.Mixed]\n";
    assertEquals(mixed + "[secrets.B]\n", text(merge(mixed, mixed + "[secrets.B]\n", mixed)));
  }

  @Test
  void lastLineWithoutALineEnd_isNoChange() throws Exception {
    String base = BASE.stripTrailing();
    DeclarationsMerge merge =
        merge(base, base + "\n\n[secrets.Ours]", base + "\n\n[secrets.Theirs]");
    assertEquals(base + "\n\n[secrets.Ours]\n\n[secrets.Theirs]", text(merge));
  }

  @Test
  void commentsThatStandAlone_stayWhereTheyAre() throws Exception {
    String base = "# License\n\n# Name\napplication = \"a\" # here\n# below\n\n# Part\n\n\n# End\n";
    String ours = base + "\n[secrets.A]\n# in\n\n# above\noptional = true\n# under\n";
    String theirs = base.replace("\"a\"", "\"b\"");
    assertEquals(ours.replace("\"a\"", "\"b\""), text(merge(base, ours, theirs)));
    assertEquals(ours.replace("\"a\"", "\"b\""), text(merge(base, theirs, ours)));
  }

  @Test
  void sidesWithoutACommonBase_conflictOnlyWhereTheyDiffer() throws Exception {
    String ours = BASE + "\n[secrets.Ours]\n";
    String theirs = BASE.replace("\"payments\"", "\"billing\"");
    assertEquals(List.of("application"), merge("", ours, theirs).conflicts());
  }

  @Test
  void baseThatIsAConflictItself_isNoObstacle() throws Exception {
    String older = text(merge(BASE, BASE.replace("ALPHA", "A"), BASE.replace("ALPHA", "B")));
    String ours = BASE.replace("ALPHA", "A");
    assertEquals(ours + "\n[secrets.C]\n", text(merge(older, ours + "\n[secrets.C]\n", ours)));
    String theirs = BASE.replace("ALPHA", "B");
    assertEquals(List.of("Alpha"), merge(older, ours, theirs).conflicts());
  }

  @Test
  void mergeThatWouldBeMalformed_isRefused() {
    refused(
        "Token differs only in case from TOKEN",
        BASE,
        BASE + "\n[secrets.Token]\n",
        BASE.replace("[secrets.Beta]", "[secrets.TOKEN]\n\n[secrets.Beta]"));
    refused(
        "X_Y",
        BASE,
        BASE + "\n[secrets.One]\nenv = [\"X_Y\"]\n",
        BASE.replace("[secrets.Beta]", "[secrets.Two]\nenv = [\"X_Y\"]\n\n[secrets.Beta]"));
  }

  @Test
  void keyAddedToATableThatTheOtherSideRemoved_goesIntoNoOtherTable() {
    String removed = BASE.substring(0, BASE.indexOf("\n[environments]"));
    refused("one order", BASE, removed, BASE + "us = \"prod\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application = ", "[[secrets]]\n", "[secrets.A\n", "= 1\n", "\"x\n"})
  void malformedSide_isRefused(String malformed) {
    refused("", BASE, malformed, BASE);
    refused("", BASE, BASE, malformed);
  }

  @Test
  void sideThatIsNotUtf8_isRefused() {
    byte[] latin = (BASE + "# \u00fc\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] base = BASE.getBytes(UTF_8);
    assertThrows(
        MalformedDeclarationsException.class, () -> DeclarationsMerge.of(base, latin, base));
  }

  private static void refused(String message, String base, String ours, String theirs) {
    MalformedDeclarationsException e =
        assertThrows(MalformedDeclarationsException.class, () -> merge(base, ours, theirs));
    assertEquals(true, e.getMessage().contains(message), e.getMessage());
  }

  private static void assertMerged(String expected, String ours, String theirs) throws Exception {
    DeclarationsMerge merge = merge(BASE, ours, theirs);
    assertEquals(List.of(), merge.conflicts());
    assertEquals(expected, text(merge));
  }

  private static DeclarationsMerge merge(String base, String ours, String theirs)
      throws MalformedDeclarationsException {
    return DeclarationsMerge.of(base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
  }

  private static String text(DeclarationsMerge merge) {
    return new String(merge.content(), UTF_8);
  }

  private static String without(String text, String from, String to) {
    return text.substring(0, text.indexOf(from)) + text.substring(text.indexOf(to));
  }
}
