package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of a sealed file dropped, swapped with each other, doubled, cut short and cut off: no
 * wrong value, and the damage of one block is not that of the others.
 */
class MovedBlocksTest {
  private static final int BLOCKS = LongRun.times(4, 8);
  private static final int STRIDE = LongRun.times(5, 1);

  @TempDir Path root;
  private StoreFixture project;
  private JudgedStore judged;
  private String head;
  private List<String> blocks;

  @BeforeEach
  void createProject() throws Exception {
    project = StoreFixture.withProd(root);
    judged = new JudgedStore(project);
    for (int i = 0; i < BLOCKS; i++) {
      project.set(PROD, name(i), "value " + i);
      judged.right(PROD, name(i), "value " + i);
    }
    project.writer.write(List.of(Change.unset(PROD, name(1))));
    List<String> parts = List.of(project.text("prod.secrets").split("(?=\n\\[)"));
    head = parts.get(0);
    blocks = parts.subList(1, parts.size());
    assertEquals(BLOCKS, blocks.size());
  }

  @Test
  void anyBlockDropped_isAbsent_andAllOthersOpen() throws Exception {
    for (int i = 0; i < BLOCKS; i++) {
      List<String> changed = new ArrayList<>(blocks);
      changed.remove(i);
      judge("dropped " + i, changed);
    }
    assertEquals(0, judged.refused());
    assertEquals(BLOCKS * (BLOCKS - 1) - (BLOCKS - 1), judged.opened());
    report("blocks dropped: " + BLOCKS);
  }

  @Test
  void anyTwoBlocksSwapped_giveNoWrongValue_andThoseOutsideOpen() throws Exception {
    int swaps = 0;
    for (int i = 0; i < BLOCKS; i++) {
      for (int j = i + 1; j < BLOCKS; j++) {
        List<String> changed = new ArrayList<>(blocks);
        Collections.swap(changed, i, j);
        int refused = judged.refused();
        judge("swapped " + i + " and " + j, changed);
        assertEquals(j - i, judged.refused() - refused, i + " and " + j);
        swaps++;
      }
    }
    report("pairs of blocks swapped: " + swaps);
  }

  @Test
  void anyBlockDoubled_isRefused_andAllOthersOpen() throws Exception {
    for (int i = 0; i < BLOCKS; i++) {
      for (int at = 0; at <= BLOCKS; at++) {
        List<String> changed = new ArrayList<>(blocks);
        changed.add(at, blocks.get(i));
        int refused = judged.refused();
        judge("doubled " + i + " at " + at, changed);
        assertTrue(judged.refused() > refused, "doubled " + i + " at " + at);
      }
    }
    report("blocks doubled: " + BLOCKS * (BLOCKS + 1));
  }

  @Test
  void anyBlockCutShort_isRefused_andAllOthersOpen() throws Exception {
    int cuts = 0;
    for (int i = 0; i < BLOCKS; i++) {
      String block = blocks.get(i);
      int named = block.indexOf(']') + 2;
      for (int end = named; end < block.length(); end += STRIDE) {
        List<String> changed = new ArrayList<>(blocks);
        changed.set(i, block.substring(0, end) + (block.charAt(end - 1) == '\n' ? "" : "\n"));
        if (changed.equals(blocks)) {
          continue; // only its last line end was cut off
        }
        int refused = judged.refused();
        judge("cut short " + i + " to " + end, changed);
        assertEquals(1, judged.refused() - refused, "cut short " + i + " to " + end);
        cuts++;
      }
    }
    report("blocks cut short: " + cuts);
  }

  @Test
  void aFileCutOffAnywhere_givesNoWrongValue() throws Exception {
    String text = head + String.join("", blocks);
    for (int length = 0; length < text.length(); length += STRIDE) {
      project.write("prod.secrets", text.substring(0, length));
      judged.judge("cut off at " + length);
    }
    report("files cut off: " + text.length() / STRIDE);
  }

  private void judge(String what, List<String> changed) throws Exception {
    project.write("prod.secrets", head + String.join("", changed));
    judged.judge(what);
  }

  private void report(String what) {
    LongRun.report(what + ": " + judged.figures());
    assertEquals(List.of(), judged.wrong());
  }

  private static SecretName name(int i) {
    return new SecretName("S" + i);
  }
}
