package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileFormatTest {
  private static final String TO = "age1n290rjjhejt8sp8mw4ajjcqjmp99w6tedy9662lzlajaexapla8qrnhx4m";
  private static final String HEAD = "# comment\nformat 1\ntype prod\nto " + TO + "\n";
  private static final String ARMOR =
      "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n";
  private static final String ALPHA = "\n[Alpha]\nversion 3\nkey 5f0c1d2e3a4b5c6d\n" + ARMOR;
  private static final String BETA = "\n[Beta]\nversion 5\nunset\n";
  private static final String GOOD = HEAD + ALPHA + BETA;

  @Test
  void aGoodFile_isReadWhole() throws Exception {
    SealedFile file = parse(GOOD);
    assertEquals(EnvironmentType.PROD, file.environment().type());
    assertNull(file.environment().name());
    assertEquals(TO, file.to());
    assertEquals(
        new Block(new SecretName("Alpha"), 3, "5f0c1d2e3a4b5c6d", ARMOR, 6),
        file.find(new SecretName("Alpha")));
    Block beta = file.find(new SecretName("Beta"));
    assertNotNull(beta);
    assertTrue(beta.isUnset());
    assertEquals(13, beta.line());
    assertEquals(2, file.blocks().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        HEAD,
        HEAD + BETA,
        GOOD + "\n",
        GOOD + "\n\n\n",
        HEAD + "\n",
        HEAD + "\n" + ALPHA + "\n\n" + BETA,
        "format 1\ntype dev\nto " + TO + "\n",
        "# one\n#two\n# dreißig €\nformat 1\ntype prod\nenvironment eu-west\nto " + TO + "\n" + BETA
      })
  void whatParses_encodesToTheSameBytes(String text) throws Exception {
    assertArrayEquals(text.getBytes(UTF_8), parse(text).encode());
    String crlf = text.replace("\n", "\r\n");
    assertArrayEquals(crlf.getBytes(UTF_8), parse(crlf).encode());
  }

  @Test
  void anArmoredPart_isTheSameWhateverTheLineEnds() throws Exception {
    Block unix = parse(GOOD).find(new SecretName("Alpha"));
    Block windows = parse(GOOD.replace("\n", "\r\n")).find(new SecretName("Alpha"));
    assertEquals(unix, windows);
  }

  @Test
  void anEmptyFile_isRefused() {
    refused("", 1, 1, "the file ends where the line `format 1` must stand");
  }

  @Test
  void aByteOrderMark_isRefused() {
    refused("\uFEFF" + GOOD, 1, 1, "starts with a byte order mark");
  }

  @Test
  void bytesThatAreNotUtf8_areRefusedWhereTheyStand() {
    byte[] bytes = GOOD.getBytes(UTF_8);
    int second = GOOD.indexOf('\n') + 1;
    bytes[second + 4] = (byte) 0xff;
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> SealedFile.parse("f", bytes));
    assertEquals("f:2:5: not UTF-8", e.fact());
  }

  @Test
  void mixedLineEnds_areRefusedAtTheFirstOther() {
    refused(GOOD.replace("type prod\n", "type prod\r\n"), 3, 10, "mixes LF and CRLF line ends");
    String windows = GOOD.replace("\n", "\r\n");
    refused(windows.replace("type prod\r\n", "type prod\n"), 3, 10, "mixes LF and CRLF line ends");
  }

  @Test
  void aLastLineWithoutItsEnd_isRefused() {
    refused(GOOD.substring(0, GOOD.length() - 1), 15, 6, "the last line is cut off");
  }

  @Test
  void controlCharacters_areRefused() {
    refused(GOOD.replace("# comment", "# com\0ment"), 1, 6, "a control character");
    refused(GOOD.replace("type prod", "type\tprod"), 3, 5, "a control character");
    refused(GOOD.replace("type prod", "type\rprod"), 3, 5, "a control character");
  }

  @Test
  void lines_mayBe8KiBLong() throws Exception {
    String longest = "#" + "x".repeat(8191);
    parse(GOOD.replace("# comment", longest));
    refused(GOOD.replace("# comment", longest + "x"), 1, 8193, "a line longer than 8 KiB");
  }

  @Test
  void files_mayBe64MiBLarge() throws Exception {
    String line = "#" + "x".repeat(8190) + "\n";
    byte[] bytes = new byte[(64 << 20) + 1];
    Arrays.fill(bytes, (byte) '#');
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> SealedFile.parse("f", bytes));
    assertEquals("f:1:1: larger than 64 MiB", e.fact());
    parse(line.repeat(100) + GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"})
  void aConflictMarker_saysThatAMergeIsUnfinishedAndWhatToRun(String marker) {
    StoreFormatException e =
        refused(
            HEAD + "\n" + marker + ALPHA + BETA,
            6,
            1,
            "a merge is unfinished: conflict marker " + marker.substring(0, 7));
    assertEquals("secret resolve Alpha --ours, or --theirs, or set it again", e.fix());
  }

  @Test
  void aConflictMarker_isNamedEvenWhereLineEndsAreMixed() {
    String windows = GOOD.replace("\n", "\r\n");
    refused(
        windows.replace("type prod", "<<<<<<< HEAD\ntype prod"),
        3,
        1,
        "a merge is unfinished: conflict marker <<<<<<<");
  }

  @Test
  void fieldsOutOfOrder_areRefused() {
    refused(
        GOOD.replace("format 1\ntype prod", "type prod\nformat 1"),
        2,
        1,
        "another line where the line `format 1` must stand");
    refused(
        GOOD.replace("version 3\nkey 5f0c1d2e3a4b5c6d", "key 5f0c1d2e3a4b5c6d\nversion 3"),
        7,
        1,
        "another line where a line `version …` must stand");
  }

  @Test
  void repeatedFields_areRefused() {
    refused(
        GOOD.replace("type prod", "type prod\ntype prod"),
        4,
        1,
        "another line where a line `to …` must stand");
    refused(
        GOOD.replace("version 3", "version 3\nversion 3"),
        8,
        1,
        "another line where a line `key …` must stand");
    refused(
        GOOD.replace("unset", "unset\nunset"),
        16,
        1,
        "another line where an empty line or the end of the file must stand");
  }

  @Test
  void anotherFormat_isRefused() {
    refused(
        GOOD.replace("format 1", "format 2"),
        2,
        1,
        "another line where the line `format 1` must stand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "pr", "Prod", "prod ", "staging"})
  void aType_isOneOfFourShortNames(String type) {
    refused(
        GOOD.replace("type prod", "type " + type),
        3,
        6,
        "a type is one of prod, dev, preview, local");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "pr", "Eu", "-eu", "e_u", "9", "é"})
  void theNameOfAnEnvironment_isHeldAgainstItsRule(String name) {
    refused(
        GOOD.replace("type prod\n", "type prod\nenvironment " + name + "\n"),
        4,
        13,
        "not the name of an environment");
  }

  @Test
  void aRecipientWithATypingError_isRefused() {
    refused(GOOD.replace("qrnhx4m", "qrnhx4n"), 4, 4, "not an age recipient");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "01", "-1", "+1", "1.0", "2147483648", "99999999999", "x", "3 ", " 3", "٣"})
  void aVersion_isANumberFromOne(String version) {
    refused(
        GOOD.replace("version 3", "version " + version),
        7,
        9,
        "a version is a number from 1 to 2147483647");
  }

  @Test
  void theHighestVersion_isAccepted() throws Exception {
    assertEquals(
        2147483647,
        parse(GOOD.replace("version 3", "version 2147483647")).blocks().get(0).version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5f0c1d2e3a4b5c6", "5f0c1d2e3a4b5c6d0", "5F0C1D2E3A4B5C6D", "xyz"})
  void aFingerprint_isSixteenHexDigits(String key) {
    refused(
        GOOD.replace("key 5f0c1d2e3a4b5c6d", "key " + key),
        8,
        5,
        "a key's fingerprint is 16 lower-case hex digits");
  }

  @Test
  void aBlockWithoutKey_isRefused() {
    refused(
        GOOD.replace("key 5f0c1d2e3a4b5c6d\n", ""),
        8,
        1,
        "another line where a line `key …` must stand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[9lives]", "[]", "[Al pha]", "[Alpha", "[Alpha] ", "[Älpha]"})
  void aName_isHeldAgainstItsRule(String name) {
    refused(GOOD.replace("[Alpha]", name), 6, 2, "not the name of a secret in brackets");
  }

  @Test
  void aSecondBlockOfAName_isRefused() {
    refused(GOOD + BETA, 17, 2, "a second block of Beta");
    refused(HEAD + ALPHA + BETA + ALPHA, 17, 2, "a second block of Alpha");
  }

  @Test
  void blocksOutOfOrder_areRefused() {
    refused(HEAD + BETA + ALPHA, 10, 2, "Alpha must stand before Beta: blocks are sorted by name");
  }

  @Test
  void anEmptyLineAtLeast_standsBeforeABlock() {
    refused(
        HEAD + ALPHA.substring(1),
        5,
        1,
        "another line where an empty line or the end of the file must stand");
    refused(
        HEAD + ALPHA + BETA.substring(1),
        12,
        1,
        "another line where an empty line or the end of the file must stand");
  }

  @Test
  void anEdit_leavesEmptyLinesAlone() throws Exception {
    String text = HEAD + "\n" + ALPHA + "\n" + BETA + "\n\n";
    SealedFile edited =
        parse(text)
            .with(
                List.of(
                    Block.unset(new SecretName("Alpha"), 4),
                    Block.unset(new SecretName("Aztec"), 1),
                    Block.unset(new SecretName("Zed"), 1)));
    assertEquals(
        HEAD
            + "\n\n[Alpha]\nversion 4\nunset\n\n[Aztec]\nversion 1\nunset\n\n"
            + BETA
            + "\n[Zed]\nversion 1\nunset\n\n\n",
        new String(edited.encode(), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Alpha]\n",
        "[Alpha]\n\nversion 3\nunset\n",
        "[Alpha]\nversion 3\n\nunset\n",
        "[Alpha]\nversion\nunset\n",
        "[Alpha]\nversion 3\nunset \n",
        "[Alpha]\nversion 3\nunset\nunset\n",
        "[Alpha]\nversion 3\nkey 5f0c1d2e3a4b5c6d\n",
        "[Alpha]\nversion 3\nkey 5f0c1d2e3a4b5c6d\n-----BEGIN AGE ENCRYPTED FILE-----\n",
        "[Alpha]\nversion 3\nkey 5f0c1d2e3a4b5c6d\n-----BEGIN AGE ENCRYPTED FILE-----\nYW\n\nYW\n",
        "[Alpha]\nversion 3\nkey x\n",
        "[Alpha]\nversion \0\nunset\n",
        "[Alpha]\nversion 3\nunset\n\tnote\n",
        "[Alpha]\nversion 3\r\nunset\n",
        "[Alpha]\nversion 3\nunset\n\r\n",
        "[Alpha]\nversion 3\nunset\n[Alpha]\nversion 3\nunset\n",
      })
  void damageInsideABlock_isThatBlocksAlone(String alpha) throws Exception {
    assertOnlyAlphaIsDamaged(alpha.getBytes(UTF_8));
  }

  @Test
  void bytesThatAreNotUtf8_andLongLines_areTheirBlocksAlone() throws Exception {
    byte[] alpha = "[Alpha]\nversion 3\nunset?\n".getBytes(UTF_8);
    alpha[alpha.length - 2] = (byte) 0xe2;
    assertOnlyAlphaIsDamaged(alpha);
    assertOnlyAlphaIsDamaged(("[Alpha]\nversion " + "3".repeat(8193) + "\n").getBytes(UTF_8));
  }

  private static void assertOnlyAlphaIsDamaged(byte[] alpha) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEAD + "\n[Aaa]\nversion 1\nunset\n\n").getBytes(UTF_8));
    bytes.writeBytes(alpha);
    bytes.writeBytes(BETA.getBytes(UTF_8));
    SealedFile file = SealedFile.parseLeniently("secrets/prod.secrets", bytes.toByteArray());
    assertEquals(Set.of(new SecretName("Alpha")), file.faults().keySet());
    assertEquals(
        List.of(new SecretName("Aaa"), new SecretName("Beta")),
        file.blocks().stream().map(Block::name).toList());
  }

  @Test
  void unknownLines_areRefused() {
    refused(HEAD + "\nhello\n", 6, 1, "another line where a block `[Name]` must stand");
    refused(
        GOOD.replace("version 5", "version 5\n# note"),
        15,
        1,
        "another line where a line `key …` must stand");
    refused(
        GOOD.replace("to ", "owner me\nto "), 4, 1, "another line where a line `to …` must stand");
  }

  @Test
  void anArmorWithoutItsEnd_isRefused() {
    String end = "-----END AGE ENCRYPTED FILE-----\n";
    refused(
        HEAD + ALPHA.replace(end, ""),
        11,
        1,
        "the file ends where the line `" + end.strip() + "` must stand");
    refused(
        HEAD + ALPHA.replace(end, "") + BETA,
        11,
        1,
        "an empty line where the line `" + end.strip() + "` must stand");
    refused(
        GOOD.replace("-----END AGE", "-----end age"),
        11,
        1,
        "another line where the line `" + end.strip() + "` must stand");
  }

  @Test
  void everyRefusal_saysHowToMendTheFile_andLookingComesFirst() {
    StoreFormatException e = refused(HEAD + "x\n", 5, 1, null);
    assertEquals(
        "git diff -- secrets/prod.secrets, or once committed git log -p -- secrets/prod.secrets"
            + "   (undo what should not be there;"
            + " git checkout HEAD -- secrets/prod.secrets drops every change not committed)",
        e.fix());
    assertEquals(e.fact() + "\n  fix: " + e.fix(), e.getMessage());
    assertEquals("secrets/prod.secrets", e.file());
  }

  private static SealedFile parse(String text) throws StoreFormatException {
    return SealedFile.parse("secrets/prod.secrets", text.getBytes(UTF_8));
  }

  private static StoreFormatException refused(
      String text, int line, int column, @Nullable String fact) {
    StoreFormatException e = assertThrows(StoreFormatException.class, () -> parse(text));
    assertEquals(line, e.line(), e.getMessage());
    assertEquals(column, e.column(), e.getMessage());
    if (fact != null) {
      assertEquals("secrets/prod.secrets:" + line + ":" + column + ": " + fact, e.fact());
    }
    return e;
  }
}
