package dev.countersign.runtime;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;

/** What to say of a type that {@link Secrets#create} was asked for and no module creates. */
final class Uncreatable {
  private Uncreatable() {}

  static SecretsException because(Class<?> type) {
    if (hasFactory(type)) {
      String factory = factoryName(type.getName());
      return new SecretsException(
          type.getName()
              + " has a constructor that takes more than secrets, is generic or throws\n"
              + "  fix: call "
              + factory.substring(factory.lastIndexOf('.') + 1)
              + ".create(secrets, …)");
    }
    if (type.isAnnotationPresent(SecretSet.class) && type.getTypeParameters().length > 0) {
      return new SecretsException(
          type.getName() + " is generic\n  fix: create a @SecretSet that extends it");
    }
    return type.isAnnotationPresent(SecretSet.class) || takesSecrets(type)
        ? MissingProcessor.in(type)
        : new SecretsException(
            type.getName()
                + " is not a @SecretSet, and no constructor of it takes a @Secret"
                + "\n  fix: "
                + mend(type));
  }

  /** A class is no set, whatever it is annotated with. */
  private static String mend(Class<?> type) {
    return type.isInterface() || type.isRecord()
        ? "annotate it with @SecretSet"
        : "annotate the parameters of its constructor with @Secret, or inject its fields";
  }

  /** Says whether there is a factory for the user to call, which a creator is not. */
  private static boolean hasFactory(Class<?> type) {
    try {
      Class<?> factory = Class.forName(factoryName(type.getName()), false, type.getClassLoader());
      return !Creator.class.isAssignableFrom(factory);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static String factoryName(String binaryName) {
    return binaryName + "_Factory";
  }

  private static boolean takesSecrets(Class<?> type) {
    try {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        for (Annotation[] parameter : constructor.getParameterAnnotations()) {
          if (isSecret(parameter)) {
            return true;
          }
        }
      }
      return false;
    } catch (LinkageError e) {
      return false; // a parameter of a type that is not on the class path: nobody can tell
    }
  }

  private static boolean isSecret(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Secret) {
        return true;
      }
    }
    return false;
  }
}
