package dev.countersign.runtime;

/**
 * One listener. It holds on to the secrets, so that they are not collected as garbage while
 * somebody wants to be told of them.
 */
final class Listener implements Registration {
  private final Secrets secrets;
  private final String name;
  private final Runnable action;

  Listener(Secrets secrets, String name, Runnable action) {
    this.secrets = secrets;
    this.name = name;
    this.action = action;
  }

  /** Returns the name of the secret. */
  String name() {
    return name;
  }

  /** Whatever it throws, even an error, is told and stops nobody else. */
  void call() {
    try {
      action.run();
    } catch (Throwable thrown) {
      Log.warn(
          "a listener of " + name + " threw " + ProviderFailure.types(thrown),
          ProviderFailure.place(thrown));
    }
  }

  @Override
  public void close() {
    secrets.forget(this);
  }
}
