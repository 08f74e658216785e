package dev.countersign.cli.gate;

import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;

/**
 * A place in a program that uses a secret.
 *
 * @param className the binary name of the class: {@code com.acme.Outer$Inner}
 * @param member the place in it: {@code token}, {@code token()}, {@code (token)} for a
 *     constructor's parameter
 * @param origin the jar or directory that holds the class, as it was named
 */
public record SecretUser(String className, String member, String origin)
    implements Comparable<SecretUser> {

  static SecretUser of(SecretClass user, SecretUse use, String origin) {
    return new SecretUser(user.name(), use.member(), origin);
  }

  /** Returns the place as messages show it: {@code Outer.Inner.token}, without the package. */
  @Override
  public String toString() {
    String simpleName = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    return member.startsWith("(") ? simpleName + member : simpleName + "." + member;
  }

  /** Orders by what messages show, then by class and origin. */
  @Override
  public int compareTo(SecretUser other) {
    int byText = toString().compareTo(other.toString());
    int byClass = byText != 0 ? byText : className.compareTo(other.className);
    return byClass != 0 ? byClass : origin.compareTo(other.origin);
  }
}
