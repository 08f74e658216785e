package dev.countersign.runtime;

/** What the processor would generate for a program that is deployed; see {@link Deployment}. */
public final class DeployedModule implements SecretModule {
  static final String ID = "shop";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean inject(Class<?> type, Object target, Secrets secrets) {
    return false;
  }

  @Override
  public boolean injectStatic(Class<?> type, Secrets secrets) {
    return false;
  }

  @Override
  public Creator<?> creator(String binaryName) {
    return null;
  }
}
