package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import dev.countersign.runtime.declaration.ValueRules;
import java.util.Arrays;

/** Opens a value, and lets it go only if it has the format and the pattern that are declared. */
final class DeclaredValue implements SecretValue.Opener {
  private final SecretValue value;
  private final Declaration declaration;
  private final Resolver resolver;

  private DeclaredValue(SecretValue value, Declaration declaration, Resolver resolver) {
    this.value = value;
    this.declaration = declaration;
    this.resolver = resolver;
  }

  /** Returns the value itself where nothing is demanded of it. */
  static SecretValue of(SecretValue value, Declaration declaration, Resolver resolver) {
    boolean any = declaration.format() == Format.TEXT && declaration.pattern() == null;
    return any
        ? value
        : SecretValue.sealed(
            declaration.name().value(), new DeclaredValue(value, declaration, resolver));
  }

  @Override
  public String source() {
    return value.source();
  }

  @Override
  public byte[] open() {
    byte[] bytes = value.revealBytes();
    String problem = ValueRules.problem(declaration, bytes);
    if (problem != null) {
      Arrays.fill(bytes, (byte) 0);
      throw resolver.misfit(declaration, value, problem);
    }
    value.close();
    return bytes;
  }

  @Override
  public void close() {
    value.close();
  }
}
