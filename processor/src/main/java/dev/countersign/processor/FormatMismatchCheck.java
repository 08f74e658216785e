package dev.countersign.processor;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import java.util.List;
import java.util.Optional;

/** A site takes what the values of its secret are declared to be. */
final class FormatMismatchCheck implements Check {
  @Override
  public List<Report> check(Use use, ProjectFacts facts) {
    Optional<Declaration> declaration = facts.declaration(use);
    return declaration.isPresent() && !use.type().fits(declaration.get().format())
        ? List.of(mismatch(use, declaration.get()))
        : List.of();
  }

  private static Report mismatch(Use use, Declaration declaration) {
    String fact =
        "%s is declared with format = \"%s\", which is no %s"
            .formatted(use.name(), declaration.format(), use.type());
    return Report.of(Code.FORMAT_MISMATCH, use.site(), fact)
        .fix(
            "use %s, or change format in [secrets.%s] in %s"
                .formatted(ValueType.forFormat(declaration.format()), use.name(), Project.FILE));
  }
}
