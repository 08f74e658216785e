package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.age.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure merge of two sealed files. Blocks here are told apart by a made-up armored text. */
final class MergedFileTest {
  private static final String FILE = "secrets/prod.secrets";
  private static final String OLD = Identities.generate().recipient().toString();
  private static final String NEW = Identities.generate().recipient().toString();
  private static final String OTHER_NEW = Identities.generate().recipient().toString();
  private static final SecretName TOKEN = StoreFixture.TOKEN;

  @Test
  void oneSidedChanges_areAllKept() throws StoreException {
    SealedFile base =
        file(block("A", 1, OLD, "a"), block("B", 1, OLD, "b"), block("C", 1, OLD, "c"));
    SealedFile ours = base.with(List.of(block("A", 2, OLD, "a2"), block("New", 1, OLD, "n")));
    SealedFile theirs = base.with(List.of(unset("B", 2), block("C", 2, OLD, "c2")));
    SealedFile merged = settled(MergedFile.merge(base, ours, theirs));
    assertEquals(
        "A2 B2 C2 New1", describe(merged), "one version each, and the tombstone among them");
    assertTrue(merged.blocks().get(1).isUnset());
  }

  @Test
  void sameChangeOnBothSides_isNoConflict() throws StoreException {
    SealedFile base = file(block("Token", 1, OLD, "a"));
    SealedFile side = base.with(List.of(block("Token", 2, OLD, "b")));
    assertEquals("Token2", describe(settled(MergedFile.merge(base, side, side))));
  }

  @Test
  void differentChanges_areAConflictOfThatSecretAlone() throws StoreException {
    SealedFile base = file(block("A", 1, OLD, "a"), block("Token", 3, OLD, "t"));
    SealedFile ours = base.with(List.of(block("Token", 4, OLD, "ours")));
    SealedFile theirs =
        base.with(List.of(block("A", 2, OLD, "a2"), block("Token", 5, OLD, "theirs")));
    MergedFile merged = MergedFile.merge(base, ours, theirs);
    assertEquals(1, merged.conflicts().size());
    Conflict conflict = merged.conflicts().get(0);
    assertEquals(TOKEN, conflict.name());
    assertEquals("ours v4, theirs v5", conflict.sides());
    assertEquals("A2 Token4", describe(settled(merged.settle(TOKEN, true))));
    assertEquals("A2 Token5", describe(settled(merged.settle(TOKEN, false))));
  }

  @Test
  void conflict_isWrittenAroundItsBlockAlone_andReadBack() throws StoreException {
    SealedFile base = file(block("A", 1, OLD, "a"), block("Token", 1, OLD, "t"));
    MergedFile merged =
        MergedFile.merge(
            base,
            base.with(List.of(block("Token", 2, OLD, "ours"))),
            base.with(List.of(unset("Token", 2))));
    String text = new String(merged.encode(), UTF_8);
    assertTrue(text.contains("\n<<<<<<< ours\n\n[Token]\nversion 2\nkey "), text);
    assertTrue(text.endsWith("=======\n\n[Token]\nversion 2\nunset\n>>>>>>> theirs\n"), text);
    MergedFile again = MergedFile.parse(FILE, merged.encode());
    assertNotNull(again);
    assertArrayEquals(merged.encode(), again.encode());
    assertEquals("ours v2, theirs unset (v2)", again.conflicts().get(0).sides());
  }

  @Test
  void removedOnOneSideAndSetOnTheOther_isAConflict() throws StoreException {
    SealedFile base = file(block("Token", 1, OLD, "t"));
    MergedFile merged =
        MergedFile.merge(base, file(), base.with(List.of(block("Token", 2, OLD, "x"))));
    assertEquals("ours removed, theirs v2", merged.conflicts().get(0).sides());
    assertArrayEquals(merged.encode(), MergedFile.parse(FILE, merged.encode()).encode());
    assertEquals("", describe(settled(merged.settle(TOKEN, true))));
  }

  @Test
  void unsetOnBothSides_keepsTheHigherTombstone() throws StoreException {
    SealedFile base = file(block("Token", 1, OLD, "t"));
    SealedFile ours = base.with(List.of(unset("Token", 2)));
    SealedFile theirs = base.with(List.of(unset("Token", 4)));
    assertEquals("Token4", describe(settled(MergedFile.merge(base, ours, theirs))));
    assertEquals("Token4", describe(settled(MergedFile.merge(base, theirs, ours))));
  }

  @Test
  void rekeyBesideASet_keepsTheNewKeyAndTheNewValue() throws StoreException {
    SealedFile base = file(block("A", 1, OLD, "a"), block("Token", 1, OLD, "t"));
    SealedFile rekeyed =
        base.withRecipient(
            NEW, List.of(block("A", 1, NEW, "a again"), block("Token", 1, NEW, "t again")));
    SealedFile set = base.with(List.of(block("Token", 2, OLD, "newer")));
    for (MergedFile merged :
        List.of(MergedFile.merge(base, rekeyed, set), MergedFile.merge(base, set, rekeyed))) {
      SealedFile file = settled(merged);
      assertEquals(NEW, file.to());
      assertEquals(Fingerprint.of(NEW), file.blocks().get(0).key());
      assertEquals("newer", content(file.find(TOKEN)));
    }
  }

  @Test
  void twoRekeys_areAConflictOfTheKey_settledByTheKeyring() throws StoreException {
    SealedFile base = file(block("Token", 1, OLD, "t"));
    SealedFile ours = base.withRecipient(NEW, List.of(block("Token", 1, NEW, "o")));
    SealedFile theirs = base.withRecipient(OTHER_NEW, List.of(block("Token", 1, OTHER_NEW, "t")));
    MergedFile merged = MergedFile.merge(base, ours, theirs);
    assertTrue(merged.isOfTwoKeys());
    MergedFile again = MergedFile.parse(FILE, merged.encode());
    assertArrayEquals(merged.encode(), again.encode());
    SealedFile file = settled(again.settleKey(NEW).settle(TOKEN, true));
    assertEquals(NEW, file.to());
    assertEquals(OTHER_NEW, settled(merged.settleKey(OTHER_NEW).settle(TOKEN, false)).to());
    assertTrue(merged.settleKey(OLD).isOfTwoKeys());
  }

  @Test
  void withoutACommonAncestor_eachOwnSecretIsKept() throws StoreException {
    SealedFile ours = file(block("A", 1, OLD, "a"), block("Token", 1, OLD, "x"));
    SealedFile theirs = file(block("B", 1, OLD, "b"), block("Token", 1, OLD, "y"));
    MergedFile merged = MergedFile.merge(null, ours, theirs);
    assertEquals(1, merged.conflicts().size());
    assertEquals("A1 B1 Token1", describe(merged.ours()));
  }

  @Test
  void ancestorThatIsAConflictItself_hidesNoConflict() throws StoreException {
    SealedFile first = file(block("Token", 2, OLD, "one"));
    SealedFile second = file(block("Token", 2, OLD, "other"));
    byte[] base = MergedFile.merge(null, first, second).encode();
    StoreMerge merge = StoreMerge.merge(FILE, base, first.encode(), second.encode());
    assertEquals(1, merge.conflicts().size());
  }

  @Test
  void lineEndsOfOneSide_areKept() throws StoreException {
    byte[] base = file(block("Token", 1, OLD, "t")).encode();
    byte[] ours = new String(base, UTF_8).replace("\n", "\r\n").getBytes(UTF_8);
    byte[] theirs = file(block("Token", 2, OLD, "u")).encode();
    StoreMerge merge = StoreMerge.merge(FILE, base, ours, theirs);
    assertEquals(List.of(), merge.conflicts());
    assertEquals(
        new String(theirs, UTF_8).replace("\n", "\r\n"), new String(merge.content(), UTF_8));
  }

  @Test
  void conflictInAFileWithCrlf_isReadBack() throws StoreException {
    byte[] base = crlf(file(block("Token", 1, OLD, "t")));
    byte[] ours = crlf(file(block("Token", 2, OLD, "u")));
    byte[] theirs = crlf(file(block("Token", 2, OLD, "v")));
    byte[] content = StoreMerge.merge(FILE, base, ours, theirs).content();
    MergedFile merged = MergedFile.parse(FILE, content);
    assertNotNull(merged);
    assertArrayEquals(ours, merged.settle(TOKEN, true).ours().encode());
    assertArrayEquals(theirs, merged.settle(TOKEN, false).ours().encode());
  }

  @Test
  void sideThatDoesNotParse_staysWholeBetweenMarkers() throws StoreException {
    byte[] good = file(block("Token", 1, OLD, "t")).encode();
    byte[] bad = new String(good, UTF_8).replace("version 1", "version one").getBytes(UTF_8);
    StoreMerge merge = StoreMerge.merge(FILE, good, good, bad);
    assertEquals(1, merge.conflicts().size());
    assertTrue(merge.conflicts().get(0).contains("(theirs)"), merge.conflicts().get(0));
    ConflictMarkers.Sides sides = ConflictMarkers.split(new String(merge.content(), UTF_8));
    assertEquals(new String(good, UTF_8), sides.ours());
    assertEquals(new String(bad, UTF_8), sides.theirs());
  }

  @Test
  void markersThatDoNotBelongTogether_areNoMerge() throws StoreException {
    String text = new String(file(block("Token", 1, OLD, "t")).encode(), UTF_8);
    for (String tail :
        List.of("<<<<<<< a\n", "=======\n", "<<<<<<< a\n=======\n", "<<<<<<< a\n<<<<<<< b\n")) {
      assertNull(MergedFile.parse(FILE, (text + tail).getBytes(UTF_8)), tail);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomHistories_loseNothing_andMergeAlikeFromBothSides(long seed) throws StoreException {
    Random random = new Random(seed);
    int conflicts = 0;
    for (int round = 0; round < 250; round++) {
      SealedFile base = new History(random, file()).changed(12);
      SealedFile ours = new History(random, base).changed(random.nextInt(6));
      SealedFile theirs = new History(random, base).changed(random.nextInt(6));
      conflicts += check(base, ours, theirs);
    }
    assertTrue(conflicts > 50, "so few conflicts prove little: " + conflicts);
  }

  private static int check(SealedFile base, SealedFile ours, SealedFile theirs)
      throws StoreException {
    MergedFile merged = MergedFile.merge(base, ours, theirs);
    MergedFile mirrored = MergedFile.merge(base, theirs, ours);
    assertArrayEquals(merged.ours().encode(), mirrored.theirs().encode());
    assertArrayEquals(merged.theirs().encode(), mirrored.ours().encode());
    assertArrayEquals(merged.encode(), MergedFile.parse(FILE, merged.encode()).encode());
    for (SecretName name : names(base, ours, theirs)) {
      Block was = base.find(name);
      Block one = ours.find(name);
      Block other = theirs.find(name);
      if (merged.conflict(name) != null) {
        assertTrue(BlockMerge.isSame(one, merged.ours().find(name)), "our side is kept whole");
        assertTrue(
            BlockMerge.isSame(other, merged.theirs().find(name)), "their side is kept whole");
        assertTrue(!BlockMerge.isSame(was, one) && !BlockMerge.isSame(was, other));
        continue;
      }
      Block result = merged.ours().find(name);
      assertTrue(BlockMerge.isSame(result, one) || BlockMerge.isSame(result, other));
      if (BlockMerge.isSame(was, one)) {
        assertTrue(BlockMerge.isSame(result, other), "a change of theirs alone is taken");
      } else if (BlockMerge.isSame(was, other)) {
        assertTrue(BlockMerge.isSame(result, one), "a change of ours alone is taken");
      }
      int highest = Math.max(version(one), version(other));
      assertTrue(result == null || version(result) == highest, "no version falls");
    }
    return merged.conflicts().size();
  }

  /** Sets, unsets, removes and rekeys at random. */
  private record History(Random random, SealedFile start) {
    SealedFile changed(int steps) {
      SealedFile file = start;
      for (int step = 0; step < steps; step++) {
        file = random.nextInt(12) == 0 ? rekeyed(file) : changed(file);
      }
      return file;
    }

    private SealedFile changed(SealedFile file) {
      String name = "S" + random.nextInt(10);
      Block present = file.find(new SecretName(name));
      int next = version(present) + 1;
      return file.with(
          List.of(
              present != null && random.nextInt(4) == 0
                  ? unset(name, next)
                  : block(name, next, file.to(), "value " + random.nextLong())));
    }

    private SealedFile rekeyed(SealedFile file) {
      String to = file.to().equals(NEW) ? OTHER_NEW : NEW;
      List<Block> again = new ArrayList<>();
      for (Block block : file.blocks()) {
        if (!block.isUnset()) {
          again.add(block(block.name().value(), block.version(), to, "again " + random.nextLong()));
        }
      }
      return file.withRecipient(to, again);
    }
  }

  private static Set<SecretName> names(SealedFile... files) {
    Set<SecretName> names = new TreeSet<>();
    for (SealedFile file : files) {
      for (Block block : file.blocks()) {
        names.add(block.name());
      }
    }
    return names;
  }

  private static int version(Block block) {
    return block == null ? 0 : block.version();
  }

  private static SealedFile file(Block... blocks) {
    return SealedFile.create(FILE, StoreFixture.PROD, OLD).with(List.of(blocks));
  }

  private static byte[] crlf(SealedFile file) {
    return new String(file.encode(), UTF_8).replace("\n", "\r\n").getBytes(UTF_8);
  }

  private static Block block(String name, int version, String to, String content) {
    String armored =
        "-----BEGIN AGE ENCRYPTED FILE-----\n" + content + "\n-----END AGE ENCRYPTED FILE-----\n";
    return Block.sealed(new SecretName(name), version, Fingerprint.of(to), armored);
  }

  private static Block unset(String name, int version) {
    return Block.unset(new SecretName(name), version);
  }

  private static String content(Block block) {
    return block.armored().lines().toList().get(1);
  }

  /** Returns the file of a merge that has no conflict. */
  private static SealedFile settled(MergedFile merged) throws StoreException {
    assertEquals(List.of(), merged.conflicts());
    assertArrayEquals(merged.ours().encode(), merged.theirs().encode());
    return SealedFile.parse(FILE, merged.encode());
  }

  private static String describe(SealedFile file) {
    List<String> words = new ArrayList<>();
    for (Block block : file.blocks()) {
      words.add(block.name().value() + block.version());
    }
    return String.join(" ", words);
  }
}
