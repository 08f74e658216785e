package dev.countersign.cli;

import dev.countersign.runtime.SecretName;

/** Names of secrets on the command line. What is no name may be a value, so it is never quoted. */
final class Names {
  static final Parameter NAME = Parameter.required("NAME", "the secret").of(Words.SECRET);

  private Names() {}

  static SecretName parse(String text) throws Failure {
    if (text.indexOf('=') >= 0) {
      throw Failure.usage("NAME alone, without = and a value: " + Values.NEVER_ARGUMENTS);
    }
    if (!SecretName.isValid(text)) {
      throw Failure.usage("NAME is not the name of a secret: " + SecretName.RULE);
    }
    return new SecretName(text);
  }
}
