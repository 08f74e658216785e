package dev.countersign.processor;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import java.util.List;

/** A secret that is declared optional is used only where none is expected for sure. */
final class OptionalMismatchCheck implements Check {
  @Override
  public List<Report> check(Use use, ProjectFacts facts) {
    boolean mayBeAbsent = facts.declaration(use).filter(Declaration::optional).isPresent();
    return mayBeAbsent && !use.type().optional() ? List.of(mismatch(use)) : List.of();
  }

  private static Report mismatch(Use use) {
    boolean isCall = use.access() == Use.Access.CALL;
    String user = isCall ? "call" : use.type().toString();
    String better = isCall ? "find(\"" + use.name() + "\")" : use.type().asOptional().toString();
    String fact = use.name() + " is declared optional, but this " + user + " must have a value";
    return Report.of(Code.OPTIONAL_MISMATCH, use.site(), fact)
        .fix(
            "use %s, or remove optional = true from [secrets.%s] in %s"
                .formatted(better, use.name(), Project.FILE));
  }
}
