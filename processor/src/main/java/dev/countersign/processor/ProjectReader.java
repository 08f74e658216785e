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
import org.jspecify.annotations.Nullable;

/** Reads the project at the first use of a secret: each file once a compilation, or never. */
final class ProjectReader {
  private final Options options;
  private final ClassOutput output;
  private final Diagnostics diagnostics;
  private final Lazy<Lookup> lookup = new Lazy<>(this::look);
  private Optional<ProjectFacts> facts = Optional.empty();
  private boolean wasRead;

  ProjectReader(Options options, ClassOutput output, Diagnostics diagnostics) {
    this.options = options;
    this.output = output;
    this.diagnostics = diagnostics;
  }

  /** Returns the facts, or empty if there are none; reports why at the first use. */
  Optional<ProjectFacts> read(Site first) {
    if (!wasRead) {
      wasRead = true;
      options.problems().forEach(diagnostics::report);
      facts = readProject(first).map(project -> readFacts(project, first));
    }
    return facts;
  }

  /** Returns the project where no use asks for it; reports nothing. */
  Optional<Project> readQuietly() {
    return lookup.get().project();
  }

  private Optional<Project> readProject(Site first) {
    Lookup found = lookup.get();
    if (!found.exists()) {
      diagnostics.report(noDeclarations(first));
    }
    report(found.problems(), first);
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
    return options.root().orElseGet(() -> output.directory().map(Project::findRoot).orElse(null));
  }

  private ProjectFacts readFacts(Project project, Site first) {
    StoreIndex index = StoreIndex.read(new StoreDirectory(project.root()), project.declarations());
    return new ProjectFacts(project, index, readOverrides(project, first));
  }

  private @Nullable OverrideNames readOverrides(Project project, Site first) {
    boolean matters =
        options.missing() != MissingPolicy.OFF && options.check().contains(EnvironmentType.LOCAL);
    try {
      return matters ? OverrideNames.read(project.root()) : null;
    } catch (DotenvFormatException e) {
      Report report = Report.of(Code.MALFORMED_OVERRIDES, first, String.valueOf(e.getMessage()));
      options.missing().severity().map(report::as).ifPresent(diagnostics::report);
      return null;
    }
  }

  private void report(List<Problem> problems, Site first) {
    for (Problem problem : problems) {
      diagnostics.report(Report.of(Code.MALFORMED_DECLARATIONS, first, problem.toString()));
    }
  }

  private Report noDeclarations(Site first) {
    Report report =
        Report.of(Code.NO_DECLARATIONS, first, "there is no " + Project.FILE + " in " + searched());
    return report.fix("secret init, or: -A" + Options.ROOT + "=DIR");
  }

  private String searched() {
    if (options.root().isPresent()) {
      return options.root().get().toString();
    }
    return output
        .directory()
        .map(
            start ->
                String.join(", ", Project.searched(start).stream().map(Path::toString).toList()))
        .orElse("the compiler's output, which is no directory");
  }
}
