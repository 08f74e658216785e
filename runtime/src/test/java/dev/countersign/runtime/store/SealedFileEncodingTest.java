package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Identities;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random files: what is read is written again byte for byte, and so is all but what changed. */
class SealedFileEncodingTest {
  private static final List<EnvironmentType> TYPES = List.of(EnvironmentType.values());
  private static final String TO = Identities.generate().recipient().toString();

  @RepeatedTest(200)
  void aChangedBlock_changesNoByteOutsideIt(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    String head = head(random);
    TreeMap<SecretName, Block> blocks = new TreeMap<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      Block block = block(random);
      blocks.put(block.name(), block);
    }
    byte[] before = text(head, blocks.values(), lineEnd);
    SealedFile file = SealedFile.parse("f", before);
    assertArrayEquals(before, file.encode());

    Block changed = block(random);
    blocks.put(changed.name(), changed);
    byte[] expected = text(head, blocks.values(), lineEnd);
    SealedFile after = file.with(List.of(changed));
    assertArrayEquals(expected, after.encode());
    assertArrayEquals(expected, SealedFile.parse("f", after.encode()).encode());
    assertArrayEquals(before, file.encode());
    assertEquals(blocks.size(), after.blocks().size());
  }

  private static String head(Random random) {
    StringBuilder head = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      head.append("# ").append("é€x".repeat(random.nextInt(9))).append('\n');
    }
    head.append("format 1\ntype ").append(TYPES.get(random.nextInt(4))).append('\n');
    if (random.nextBoolean()) {
      head.append("environment eu-").append(random.nextInt(100)).append('\n');
    }
    return head.append("to ").append(TO).append('\n').toString();
  }

  private static Block block(Random random) {
    SecretName name = new SecretName("S" + random.nextInt(30));
    int version = random.nextInt(Integer.MAX_VALUE) + 1;
    if (random.nextInt(4) == 0) {
      return Block.unset(name, version);
    }
    byte[] sealed = new byte[random.nextInt(400)];
    random.nextBytes(sealed);
    return Block.sealed(name, version, "0123456789abcdef", Armor.encode(sealed));
  }

  /** Writes the format a second time, so that the two can be held against each other. */
  private static byte[] text(String head, Collection<Block> blocks, String lineEnd) {
    StringBuilder text = new StringBuilder(head);
    for (Block block : blocks) {
      text.append("\n[" + block.name() + "]\nversion " + block.version() + "\n");
      text.append(block.isUnset() ? "unset\n" : "key " + block.key() + "\n" + block.armored());
    }
    return text.toString().replace("\n", lineEnd).getBytes(UTF_8);
  }
}
