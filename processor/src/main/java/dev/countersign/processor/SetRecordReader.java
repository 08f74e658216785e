package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Reads the components of a {@code @SecretSet} record: all of them, and nothing else of it. */
final class SetRecordReader {
  private final SiteReader sites;
  private final Diagnostics diagnostics;

  SetRecordReader(Diagnostics diagnostics) {
    this.sites = new SiteReader(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Returns a use for each component, empty where something was reported. */
  List<Optional<Use>> read(TypeElement set) {
    List<Optional<Use>> uses = new ArrayList<>();
    for (RecordComponentElement component : Components.of(set)) {
      Optional<SecretMirror> secret = SecretMirror.of(component);
      uses.add(
          secret.isPresent() ? read(set, component, secret.get()) : unannotated(set, component));
    }
    return uses;
  }

  private Optional<Use> read(
      TypeElement set, RecordComponentElement component, SecretMirror secret) {
    Site site = Components.site(set, component);
    return sites.read(site, component, secret, component.asType(), Use.Access.SET_MEMBER);
  }

  private Optional<Use> unannotated(TypeElement set, RecordComponentElement component) {
    Site site = Components.site(set, component);
    String fact = "a component of a @SecretSet has no @Secret";
    diagnostics.report(
        Report.of(Code.INVALID_SET, site, fact)
            .fix("annotate it, or hold it in another record beside this one"));
    return Optional.empty();
  }
}
