package dev.countersign.processor;

import dev.countersign.runtime.SecretName;
import java.util.List;
import javax.lang.model.element.Element;

/** Holds a name that only the compiler plugin sees against the declarations and the store. */
final class NameChecks {
  private final ProjectReader project;
  private final List<Check> checks;

  NameChecks(Options options, ProjectReader project) {
    this.project = project;
    this.checks = Check.inOrder(options);
  }

  /** Checks a name that a call gives. */
  void checkCall(Place place, String name, boolean mayBeAbsent) {
    SiteType type = SiteType.ofSecretValue(mayBeAbsent);
    if (!SecretName.isValid(name)) {
      place.report(SiteReader.invalidName(place.site(), "\"" + name + "\""));
    } else {
      check(
          place, new Use(new SecretName(name), place.site(), place.owner(), type, Use.Access.CALL));
    }
  }

  /** Checks an annotation that no processor sees. */
  void checkUnseen(Place place, Element site, SecretMirror secret, String what) {
    if (!SecretName.isValid(secret.name())) {
      place.report(SiteReader.invalidName(place.site(), String.valueOf(secret.value())));
      return;
    }
    SiteType type = SiteType.of(site.asType()).orElse(SiteType.ofSecretValue(false));
    check(
        place, new Use(new SecretName(secret.name()), place.site(), site, type, Use.Access.FIELD));
    place.report(
        MisplacedReader.unreachable(
            place.site(),
            secret,
            what,
            "move it to a class that is not local, or call Secrets.get(\""
                + secret.name()
                + "\")"));
  }

  private void check(Place place, Use use) {
    Diagnostics diagnostics = new Diagnostics(place.messager());
    project
        .read(use.site(), diagnostics)
        .ifPresent(
            facts -> checks.forEach(check -> check.check(use, facts).forEach(diagnostics::report)));
  }
}
