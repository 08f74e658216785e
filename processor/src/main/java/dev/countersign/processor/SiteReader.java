package dev.countersign.processor;

import dev.countersign.runtime.SecretName;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the two things that every site has, a name and a type, or reports what is wrong. */
final class SiteReader {
  private final Diagnostics diagnostics;

  SiteReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns the use, or empty; what is unresolved is left to the compiler's own error. */
  Optional<Use> read(
      Site site, Element element, SecretMirror secret, TypeMirror type, Use.Access access) {
    if (!secret.isResolved() || Unresolved.isIn(type)) {
      return Optional.empty();
    }
    if (!SecretName.isValid(secret.name())) {
      return invalidName(site, secret);
    }
    Optional<SiteType> siteType = SiteType.of(type);
    if (siteType.isEmpty()) {
      return unsupportedType(site, secret, type);
    }
    TypeElement constants = siteType.get().constants();
    if (constants != null && !Visibility.canName(site.owner(), constants)) {
      return hiddenEnum(site, secret, type);
    }
    return Optional.of(
        new Use(new SecretName(secret.name()), site, element, siteType.get(), access));
  }

  private Optional<Use> invalidName(Site site, SecretMirror secret) {
    diagnostics.report(invalidName(site, String.valueOf(secret.value())));
    return Optional.empty();
  }

  static Report invalidName(Site site, String quoted) {
    return Report.of(Code.INVALID_NAME, site, quoted + " is not the name of a secret")
        .fix("use " + SecretName.RULE);
  }

  private Optional<Use> hiddenEnum(Site site, SecretMirror secret, TypeMirror type) {
    String fact = secret.name() + " cannot be injected as " + type + ", which is private";
    diagnostics.report(
        Report.of(Code.UNSUPPORTED_TYPE, site, fact).fix("make the enum visible to its package"));
    return Optional.empty();
  }

  private Optional<Use> unsupportedType(Site site, SecretMirror secret, TypeMirror type) {
    String fact = secret.name() + " cannot be injected as " + type;
    diagnostics.report(Report.of(Code.UNSUPPORTED_TYPE, site, fact).fix("use " + ValueType.ALL));
    return Optional.empty();
  }
}
