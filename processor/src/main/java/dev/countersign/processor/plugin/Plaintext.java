package dev.countersign.processor.plugin;

import com.sun.source.tree.Tree;
import dev.countersign.processor.Disclosure;
import dev.countersign.processor.Disclosure.Origin;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an expression holds of a secret.
 *
 * @param secret its name, or empty if the source does not say
 * @param origin how the source got it
 * @param expression what to write instead, or the site to change; empty if that has no plain name
 * @param at where it is read, for messages
 * @param texts where it became part of longer texts on its way here
 */
record Plaintext(
    Optional<String> secret, Origin origin, String expression, Tree at, Set<Tree> texts) {

  Plaintext {
    texts = Set.copyOf(texts);
  }

  Plaintext readAt(Tree tree) {
    return new Plaintext(secret, origin, expression, tree, texts);
  }

  Plaintext within(Tree text) {
    Set<Tree> more = new LinkedHashSet<>(texts);
    more.add(text);
    return new Plaintext(secret, origin, expression, at, more);
  }

  Disclosure disclosedTo(String goal) {
    return new Disclosure(secret, origin, expression, goal);
  }

  /** Returns what holds one or the other; messages are about the first. */
  static @Nullable Plaintext join(@Nullable Plaintext one, @Nullable Plaintext other) {
    if (one == null || other == null || one.equals(other)) {
      return one == null ? other : one;
    }
    Set<Tree> all = new LinkedHashSet<>(one.texts);
    all.addAll(other.texts);
    return new Plaintext(one.secret, one.origin, one.expression, one.at, all);
  }
}
