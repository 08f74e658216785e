package dev.countersign.processor.plugin;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.countersign.processor.SourceChecks;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Looks at each top-level class when the compiler knows all of it. A fault of ours ends it. */
final class Review implements TaskListener {
  private final JavacTask task;
  private final List<String> arguments;
  private @Nullable SourceChecks checks;
  private @Nullable Throwable fault;
  private boolean over;
  private Optional<Path> firstDirectory = Optional.empty();

  Review(JavacTask task, List<String> arguments) {
    this.task = task;
    this.arguments = arguments;
  }

  /** Prepares at the first event of all: processors run later, and hand over what they read. */
  @Override
  public void started(TaskEvent event) {
    if (checks == null && fault == null) {
      try {
        checks = new SourceChecks(task.getElements(), arguments, () -> firstDirectory);
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        fault = e;
      }
    }
  }

  @Override
  public void finished(TaskEvent event) {
    CompilationUnitTree unit = event.getCompilationUnit();
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.ANALYZE && !over && unit != null && type != null) {
      try {
        review(unit, type);
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        fault = e;
      }
      report(unit);
    }
  }

  private void review(CompilationUnitTree unit, TypeElement type) {
    Trees trees = Trees.instance(task);
    if (firstDirectory.isEmpty()) {
      firstDirectory = directory(unit);
    }
    for (Tree declared : unit.getTypeDecls()) {
      TreePath path = new TreePath(new TreePath(unit), declared);
      if (checks != null && type.equals(trees.getElement(path)) && !Generated.isOn(type)) {
        Source source = new Source(trees, task.getTypes(), unit);
        checks.reportOptions(source.place(path, declared));
        UseScanner uses = new UseScanner(source, checks);
        uses.scan(path, null);
        if (uses.mayDisclose()) {
          new FlowScanner(source, checks).review(path);
        }
      }
    }
  }

  private void report(CompilationUnitTree unit) {
    if (fault != null) {
      over = true;
      SourceChecks.reportFault(
          new TreeMessager(Trees.instance(task), new TreePath(unit), unit), fault);
    }
  }

  private static Optional<Path> directory(CompilationUnitTree unit) {
    URI uri = unit.getSourceFile().toUri();
    try {
      return "file".equals(uri.getScheme())
          ? Optional.ofNullable(Path.of(uri).toAbsolutePath().normalize().getParent())
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
