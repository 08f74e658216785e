package dev.countersign.runtime;

/**
 * What the processor would generate for a compilation without classes of its own.
 *
 * @param id the name of its manifest, which is among the resources
 */
record EmptyModule(String id) implements SecretModule {
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
