package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One merge of two sealed files. Neither they nor what they come from are changed. */
final class SealedFileMerge {
  private final @Nullable SealedFile base;
  private final SealedFile ours;
  private final SealedFile theirs;

  SealedFileMerge(@Nullable SealedFile base, SealedFile ours, SealedFile theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  MergedFile merge() {
    SortedMap<SecretName, Block> ourBlocks = new TreeMap<>();
    SortedMap<SecretName, Block> theirBlocks = new TreeMap<>();
    for (SecretName name : names()) {
      Conflict sides = new Conflict(name, ours.find(name), theirs.find(name));
      Conflict merged = BlockMerge.merge(base == null ? null : base.find(name), sides);
      put(ourBlocks, merged.ours());
      put(theirBlocks, merged.theirs());
    }
    String to = changed(base == null ? null : base.to(), ours.to(), theirs.to());
    return new MergedFile(
        file(to == null ? ours.to() : to, ourBlocks),
        file(to == null ? theirs.to() : to, theirBlocks));
  }

  private Set<SecretName> names() {
    Set<SecretName> names = new TreeSet<>();
    for (SealedFile side : new SealedFile[] {ours, theirs}) {
      for (Block block : side.blocks()) {
        names.add(block.name());
      }
    }
    return names;
  }

  private static void put(SortedMap<SecretName, Block> blocks, @Nullable Block block) {
    if (block != null) {
      blocks.put(block.name(), block);
    }
  }

  private SealedFile file(String to, SortedMap<SecretName, Block> blocks) {
    String lineEnd =
        changed(base == null ? null : base.lineEnd(), ours.lineEnd(), theirs.lineEnd());
    return new SealedFile(
        ours.file(),
        lineEnd == null ? "\n" : lineEnd,
        comments(),
        ours.environment(),
        to,
        blocks,
        EmptyLines.USUAL,
        Map.of());
  }

  /** Both sides' comments are kept where both were changed: they mean nothing to us. */
  private List<String> comments() {
    return comments(base == null ? null : base.comments(), ours.comments(), theirs.comments());
  }

  static List<String> comments(
      @Nullable List<String> base, List<String> ours, List<String> theirs) {
    List<String> changed = changed(base, ours, theirs);
    if (changed != null) {
      return changed;
    }
    List<String> all = new ArrayList<>(ours);
    for (String line : theirs) {
      if (!all.contains(line)) {
        all.add(line);
      }
    }
    return all;
  }

  /** Returns what one side alone changed, or both alike; null if each changed it in its own way. */
  static <T> @Nullable T changed(@Nullable T base, T ours, T theirs) {
    if (ours.equals(theirs) || theirs.equals(base)) {
      return ours;
    }
    return ours.equals(base) ? theirs : null;
  }
}
