package dev.countersign.processor.plugin;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Prints at a place in the source, whatever element it is given; prints nothing where the
 * diagnostic's code is suppressed.
 */
final class TreeMessager implements Messager {
  private final Trees trees;
  private final TreePath path;
  private final Tree tree;

  /**
   * Prints at a tree.
   *
   * @param path the tree, or something around it: where suppressions are looked for
   */
  TreeMessager(Trees trees, TreePath path, Tree tree) {
    this.trees = trees;
    this.path = path;
    this.tree = tree;
  }

  @Override
  public void printMessage(Diagnostic.Kind kind, CharSequence message) {
    String text = message.toString();
    if (!Suppressions.cover(trees, path, text.substring(1, text.indexOf(']')))) {
      trees.printMessage(kind, message, tree, path.getCompilationUnit());
    }
  }

  @Override
  public void printMessage(Diagnostic.Kind kind, CharSequence message, @Nullable Element element) {
    printMessage(kind, message);
  }

  @Override
  public void printMessage(
      Diagnostic.Kind kind,
      CharSequence message,
      @Nullable Element element,
      @Nullable AnnotationMirror mirror) {
    printMessage(kind, message);
  }

  @Override
  public void printMessage(
      Diagnostic.Kind kind,
      CharSequence message,
      @Nullable Element element,
      @Nullable AnnotationMirror mirror,
      @Nullable AnnotationValue value) {
    printMessage(kind, message);
  }
}
