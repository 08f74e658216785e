package dev.countersign.processor;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.manifest.SecretUse;
import javax.lang.model.element.Element;

/**
 * One secret at one site: what the user wrote, and it is sound.
 *
 * @param name the secret
 * @param site where messages about it are shown
 * @param element the field, method, component or parameter
 * @param type what the site takes
 * @param access how generated code reaches the site
 */
record Use(SecretName name, Site site, Element element, SiteType type, Access access) {

  /** How generated code reaches a site. */
  enum Access {
    /** An instance field that the package can see. */
    FIELD,
    /** A static field that the package can see. */
    STATIC_FIELD,
    /** An instance field that needs a handle. */
    PRIVATE_FIELD,
    /** A static field that needs a handle. */
    PRIVATE_STATIC_FIELD,
    /** A method of a set's interface, or a component of its record. */
    SET_MEMBER,
    /** A parameter of a constructor. */
    PARAMETER,
    /** A call that names the secret; nothing is generated for it. */
    CALL;

    boolean isStatic() {
      return this == STATIC_FIELD || this == PRIVATE_STATIC_FIELD;
    }

    boolean needsHandle() {
      return this == PRIVATE_FIELD || this == PRIVATE_STATIC_FIELD;
    }

    static Access field(boolean isStatic, boolean isPrivate) {
      if (isStatic) {
        return isPrivate ? PRIVATE_STATIC_FIELD : STATIC_FIELD;
      }
      return isPrivate ? PRIVATE_FIELD : FIELD;
    }
  }

  /** Returns the name of the field, method, component or parameter. */
  String memberName() {
    return element.getSimpleName().toString();
  }

  SecretUse toManifest() {
    return new SecretUse(
        name, site.member(), type.toManifest(), type.optional(), access.isStatic());
  }
}
