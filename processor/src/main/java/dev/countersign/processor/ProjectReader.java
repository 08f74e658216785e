package dev.countersign.processor;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Problem;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the project at the first use of a secret: each file once a compilation, or never. */
final class ProjectReader {
  private final Options options;
  private final Supplier<Optional<Path>> start;
  private final Lazy<Lookup> lookup = new Lazy<>(this::look);
  private Optional<ProjectFacts> facts = Optional.empty();
  private boolean wasRead;

  /**
   * Prepares to read.
   *
   * @param start where the way up to the declarations starts, if the options do not name them
   */
  ProjectReader(Options options, Supplier<Optional<Path>> start) {
    this.options = options;
    this.start = start;
  }

  /**
   * Returns the facts, or empty if there are none; reports why when first asked.
   *
   * @param first the use that asks, or null if it is an option
   */
  Optional<ProjectFacts> read(@Nullable Site first, Diagnostics diagnostics) {
    if (!wasRead) {
      wasRead = true;
      options.problems().forEach(diagnostics::report);
      facts =
          readProject(first, diagnostics).map(project -> readFacts(project, first, diagnostics));
    }
    return facts;
  }

  /** Returns the project where no use asks for it; reports nothing. */
  Optional<Project> readQuietly() {
    return lookup.get().project();
  }

  private Optional<Project> readProject(@Nullable Site first, Diagnostics diagnostics) {
    Lookup found = lookup.get();
    if (!found.exists()) {
      diagnostics.report(noDeclarations(first));
    }
    report(found.problems(), first, diagnostics);
    return found.project();
  }

  private Lookup look() {
    Path root = root();
    if (root == null || !Files.exists(root.resolve(Project.FILE))) {
      return new Lookup(false, Optional.empty(), List.of());
    }
    try {
      return new Lookup(true, Optional.of(Project.read(root)), List.of());
    } catch (MalformedDeclarationsException e) {
      return new Lookup(true, Optional.empty(), e.problems());
    }
  }

  /** What was found at the root, whoever asked first. */
  private record Lookup(boolean exists, Optional<Project> project, List<Problem> problems) {}

  private @Nullable Path root() {
    return options.root().orElseGet(() -> start.get().map(Project::findRoot).orElse(null));
  }

  private ProjectFacts readFacts(Project project, @Nullable Site first, Diagnostics diagnostics) {
    StoreIndex index = StoreIndex.read(new StoreDirectory(project.root()), project.declarations());
    return new ProjectFacts(project, index, readOverrides(project, first, diagnostics));
  }

  private @Nullable OverrideNames readOverrides(
      Project project, @Nullable Site first, Diagnostics diagnostics) {
    boolean matters =
        options.missing() != Policy.OFF && options.check().contains(EnvironmentType.LOCAL);
    try {
      return matters ? OverrideNames.read(project.root()) : null;
    } catch (DotenvFormatException e) {
      Report report = Report.of(Code.MALFORMED_OVERRIDES, first, String.valueOf(e.getMessage()));
      options.missing().severity().map(report::as).ifPresent(diagnostics::report);
      return null;
    }
  }

  private void report(List<Problem> problems, @Nullable Site first, Diagnostics diagnostics) {
    for (Problem problem : problems) {
      diagnostics.report(Report.of(Code.MALFORMED_DECLARATIONS, first, problem.toString()));
    }
  }

  private Report noDeclarations(@Nullable Site first) {
    Report report =
        Report.of(Code.NO_DECLARATIONS, first, "there is no " + Project.FILE + " in " + searched());
    return report.fix("secret init, or: " + options.spell(Options.ROOT, "DIR"));
  }

  private String searched() {
    if (options.root().isPresent()) {
      return options.root().get().toString();
    }
    return start
        .get()
        .map(
            lowest ->
                String.join(", ", Project.searched(lowest).stream().map(Path::toString).toList()))
        .orElse("the compiler's output, which is no directory");
  }
}
