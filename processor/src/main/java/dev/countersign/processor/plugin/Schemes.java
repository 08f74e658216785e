package dev.countersign.processor.plugin;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the texts that plainly become the value of an {@code Authorization} header: {@code "Bearer
 * " + token.reveal()}. They are what a token is for, and no message.
 */
final class Schemes {
  private static final Set<String> NAMES = Set.of("apikey", "basic", "bearer");

  private final Source source;

  Schemes(Source source) {
    this.source = source;
  }

  /** Says whether an expression ends with the name of a scheme and a space. */
  boolean endIn(TreePath parent, ExpressionTree before) {
    String text = Constants.end(source, new TreePath(parent, before)).orElse("");
    return text.endsWith(" ") && NAMES.contains(text.trim().toLowerCase(Locale.ROOT));
  }
}
