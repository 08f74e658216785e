package dev.countersign.processor.plugin;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.countersign.processor.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** One source file, and what the compiler knows of the trees in it. */
final class Source {
  private final Trees trees;
  private final Types types;
  private final CompilationUnitTree unit;
  private final Set<Seen> seen = new HashSet<>();

  Source(Trees trees, Types types, CompilationUnitTree unit) {
    this.trees = trees;
    this.types = types;
    this.unit = unit;
  }

  @Nullable Element element(TreePath path) {
    return trees.getElement(path);
  }

  @Nullable Element element(TreePath parent, Tree child) {
    return trees.getElement(new TreePath(parent, child));
  }

  /** Returns the name of a tree's class, without type arguments; empty if it has none. */
  String typeName(TreePath parent, Tree child) {
    TypeMirror type = trees.getTypeMirror(new TreePath(parent, child));
    return type == null ? "" : nameOf(type);
  }

  /** Returns the name of a class, without type arguments, or of an array of primitives. */
  String nameOf(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return nameOf(((ArrayType) type).getComponentType()) + "[]";
    }
    return types.asElement(type) instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : type.getKind().toString().toLowerCase(java.util.Locale.ROOT);
  }

  /** Says whether a class, or one that it extends or implements, has one of the names. */
  boolean isOneOf(TypeElement type, Collection<String> names) {
    return names.contains(type.getQualifiedName().toString())
        || types.directSupertypes(type.asType()).stream()
            .anyMatch(
                parent ->
                    types.asElement(parent) instanceof TypeElement element
                        && isOneOf(element, names));
  }

  /** Returns the text that the compiler knows a tree to be. */
  Optional<String> constant(TreePath parent, Tree child) {
    return Constants.text(this, new TreePath(parent, child));
  }

  @Nullable Object constantOf(TreePath path) {
    return trees.getElement(path) instanceof VariableElement variable
        ? variable.getConstantValue()
        : null;
  }

  /** Returns the place of a tree, for messages. */
  Place place(TreePath around, Tree tree) {
    return Places.of(trees, around, new TreeMessager(trees, around, tree));
  }

  /** Says whether this is the first time that something is asked of a place in the text. */
  boolean isFirst(String what, Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    return seen.add(new Seen(what, start));
  }

  private record Seen(String what, long start) {}
}
