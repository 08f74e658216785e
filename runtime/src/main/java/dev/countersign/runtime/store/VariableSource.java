package dev.countersign.runtime.store;

import java.nio.charset.StandardCharsets;

/** Identities in the variable itself. */
final class VariableSource implements IdentitySource {
  private final String text;

  VariableSource(String text) {
    this.text = text;
  }

  @Override
  public String name() {
    return ReaderIdentities.KEY;
  }

  @Override
  public String remedy() {
    return "set " + name() + " to the AGE-SECRET-KEY-… line of an identity, or unset it";
  }

  @Override
  public byte[] read() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
