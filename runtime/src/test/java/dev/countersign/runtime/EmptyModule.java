package dev.countersign.runtime;

/**
 * What the processor would generate for a compilation without classes of its own.
 *
 * @param id the name of its manifest, which is among the resources
 */
record EmptyModule(String id) implements SecretModule {
  @Override
  public Injector<?> injector(String binaryName) {
    return null;
  }

  @Override
  public Creator<?> creator(String binaryName) {
    return null;
  }
}
