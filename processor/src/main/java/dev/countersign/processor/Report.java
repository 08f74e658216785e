package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param code the rule
 * @param severity how much it matters in this build
 * @param site where it is shown, or null if it belongs to no source
 * @param fact what is so
 * @param details lines that help, such as {@code fix: …}
 */
record Report(
    Code code, Diagnostic.Kind severity, @Nullable Site site, String fact, List<String> details) {

  Report {
    details = List.copyOf(details);
  }

  static Report of(Code code, @Nullable Site site, String fact) {
    return new Report(code, code.severity(), site, fact, List.of());
  }

  Report as(Diagnostic.Kind kind) {
    return new Report(code, kind, site, fact, details);
  }

  Report similar(List<String> names) {
    return names.isEmpty() ? this : with("similar: " + String.join(", ", names));
  }

  Report setFor(List<String> environments) {
    return environments.isEmpty() ? this : with("set for: " + String.join(", ", environments));
  }

  Report fix(String fix) {
    return with("fix: " + fix);
  }

  boolean isError() {
    return severity == Diagnostic.Kind.ERROR;
  }

  /**
   * Returns the whole text: {@code [Secret/Code] fact (Class.member)}, then the details; javac
   * indents them.
   */
  String message() {
    StringBuilder text = new StringBuilder(code + " " + fact);
    if (site != null) {
      text.append(" (").append(site.label()).append(")");
    }
    details.forEach(detail -> text.append("\n").append(detail));
    return text.toString();
  }

  private Report with(String detail) {
    List<String> longer = new ArrayList<>(details);
    longer.add(detail);
    return new Report(code, severity, site, fact, longer);
  }
}
