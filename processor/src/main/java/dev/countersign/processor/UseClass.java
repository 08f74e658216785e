package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A class that uses secrets.
 *
 * @param element the class
 * @param binaryName its name at run time: {@code com.acme.Outer$Inner}
 * @param kind how it gets its secrets
 * @param uses its sound uses, in the order of the source
 * @param whole whether all its uses are sound; no code is generated otherwise
 */
record UseClass(TypeElement element, String binaryName, Kind kind, List<Use> uses, boolean whole) {

  UseClass {
    uses = List.copyOf(uses);
  }

  String packageName() {
    return packageName(binaryName);
  }

  /** Returns the class generated for it: {@code com.acme.Outer$Inner_Secrets}. */
  ClassName generatedName() {
    return generatedName(binaryName, kind);
  }

  /** Returns the class generated for a class: one for its fields, one for its constructor. */
  static ClassName generatedName(String binaryName, Kind kind) {
    String packageName = packageName(binaryName);
    int start = packageName.isEmpty() ? 0 : packageName.length() + 1;
    return ClassName.get(packageName, binaryName.substring(start) + suffix(kind));
  }

  private static String suffix(Kind kind) {
    return switch (kind) {
      case INJECTED, SET -> "_Secrets";
      case CONSTRUCTED, ASSISTED -> "_Factory";
    };
  }

  static String packageName(String binaryName) {
    return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
  }

  /** Says whether another class of the package can name this one. */
  boolean isAccessible() {
    return isAccessible(element);
  }

  /** Says whether another class of the package can name a class. */
  static boolean isAccessible(TypeElement type) {
    boolean isPrivate = type.getModifiers().contains(Modifier.PRIVATE);
    return !isPrivate && Enclosing.of(type).map(UseClass::isAccessible).orElse(true);
  }

  SecretClass toManifest(String module) {
    return new SecretClass(binaryName, kind, module, uses.stream().map(Use::toManifest).toList());
  }
}
