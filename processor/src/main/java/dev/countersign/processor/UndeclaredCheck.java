package dev.countersign.processor;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.Remedy;
import java.util.List;

/** Every secret in use is declared. */
final class UndeclaredCheck implements Check {
  @Override
  public List<Report> check(Use use, ProjectFacts facts) {
    if (facts.declaration(use).isPresent()) {
      return List.of();
    }
    Report report =
        Report.of(Code.UNDECLARED, use.site(), use.name() + " is not declared")
            .similar(similar(use, facts));
    return List.of(report.fix(fix(use, facts)));
  }

  private static List<String> similar(Use use, ProjectFacts facts) {
    List<String> declared =
        facts.declarations().secrets().keySet().stream().map(SecretName::value).toList();
    return NearMisses.of(use.name().value(), declared);
  }

  private static String fix(Use use, ProjectFacts facts) {
    String name = use.name().value();
    SecretName sameLetters = facts.declarations().findIgnoringCase(name);
    if (sameLetters != null) {
      return write(use, sameLetters.value()) + "; the case of letters counts";
    }
    String declare = Remedy.undeclared(name, null);
    List<String> similar = similar(use, facts);
    return similar.isEmpty() ? declare : write(use, similar.get(0)) + ", or: " + declare;
  }

  private static String write(Use use, String name) {
    String text = "\"" + name + "\"";
    return "write " + (use.access() == Use.Access.CALL ? text : "@Secret(" + text + ")");
  }
}
