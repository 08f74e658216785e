package dev.countersign.processor;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.store.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;

/** Every secret in use has a value for each environment type this build is checked for. */
final class MissingCheck implements Check {
  private final Options options;

  MissingCheck(Options options) {
    this.options = options;
  }

  @Override
  public List<Report> check(Use use, ProjectFacts facts) {
    Optional<Diagnostic.Kind> severity = options.missing().severity();
    Optional<Declaration> declaration = facts.declaration(use);
    if (severity.isEmpty() || declaration.isEmpty()) {
      return List.of();
    }
    List<Report> reports = new ArrayList<>();
    for (EnvironmentType type : options.check()) {
      Presence presence = presence(use, declaration.get(), type, facts);
      fact(presence, type)
          .map(
              fact ->
                  report(use, declaration.get(), type, use.name() + fact, facts).as(severity.get()))
          .ifPresent(reports::add);
    }
    return reports;
  }

  private static Presence presence(
      Use use, Declaration declaration, EnvironmentType type, ProjectFacts facts) {
    boolean overridden = type == EnvironmentType.LOCAL && facts.mayBeOverridden(use);
    return Presence.of(declaration, Environment.of(type), facts.index(), overridden);
  }

  /** Returns what to say, or empty if nothing: damage is another rule's matter. */
  private static Optional<String> fact(Presence presence, EnvironmentType type) {
    return switch (presence) {
      case MISSING -> Optional.of(" has no value for " + type);
      case OUTDATED -> Optional.of(" has a value for " + type + " below its min-version");
      default -> Optional.empty();
    };
  }

  private static Report report(
      Use use, Declaration declaration, EnvironmentType type, String fact, ProjectFacts facts) {
    List<String> setFor =
        facts.index().environmentsOf(use.name()).stream().map(Environment::toString).toList();
    return Report.of(Code.MISSING, use.site(), fact)
        .setFor(setFor)
        .fix(Remedy.missing(declaration, Environment.of(type)));
  }
}
