package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.Outdated;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.SecretMetadata;
import dev.countersign.runtime.store.SecretStore;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from the store: the value of the named environment, or else its type's; still sealed. */
final class StoreProvider implements SecretProvider {
  static final String NAME = "store";
  static final int ORDINAL = 100;
  static final String NO_ROOT = "no secrets.toml and no secrets/ were found";

  private final SecretStore store;
  private final StoreIndex index;
  private final Declarations declarations;
  private final String place;

  /**
   * Makes a provider.
   *
   * @param packedInto what the store is packed into, or null if it is in a directory
   */
  StoreProvider(
      SecretStore store, StoreIndex index, Declarations declarations, @Nullable String packedInto) {
    this.store = store;
    this.index = index;
    this.declarations = declarations;
    this.place = packedInto == null ? "" : " packed into " + packedInto;
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    SecretName name = new SecretName(request.name());
    Declaration declaration = declarations.find(name);
    return declaration == null ? null : find(declaration, request.environment());
  }

  private @Nullable SecretValue find(Declaration declaration, Environment environment) {
    SecretName name = declaration.name();
    try {
      requireSound(declaration, environment);
      Environment holder = index.holder(name, environment);
      return holder == null
          ? null
          : SecretValue.sealed(name.value(), new Sealed(store, name, holder, place));
    } catch (StoreException e) {
      throw unusable(name, "store:" + environment + place, e);
    }
  }

  private void requireSound(Declaration declaration, Environment environment)
      throws StoreException {
    StoreException damage = index.damage(declaration.name(), environment);
    if (damage != null) {
      throw damage;
    }
    Environment holder = index.holder(declaration.name(), environment);
    if (holder != null
        && Presence.of(declaration, environment, index, false) == Presence.OUTDATED) {
      throw Outdated.of(declaration, holder, index.version(declaration.name(), holder));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int ordinal() {
    return ORDINAL;
  }

  @Override
  public List<String> sources(SecretRequest request) {
    Environment environment = request.environment();
    String ofType = "store:" + environment.type() + place;
    return environment.name() == null
        ? List.of(ofType)
        : List.of("store:" + environment + place, ofType);
  }

  private static UnresolvedSecretException unusable(
      SecretName name, String source, StoreException e) {
    return UnresolvedSecretException.unusable(name.value(), source, e.fact(), e.fix(), e);
  }

  /** Opens one value of the store. */
  private record Sealed(SecretStore store, SecretName name, Environment holder, String place)
      implements SecretValue.Opener {
    @Override
    public byte[] open() {
      try (OpenedValue opened = store.read(name, holder)) {
        if (opened == null) {
          throw new UnresolvedSecretException(
              List.of(name.value()),
              name + " from " + source() + " is gone\n  fix: start the program again",
              null);
        }
        return opened.revealBytes();
      } catch (StoreException e) {
        throw unusable(name, source() + place, e);
      }
    }

    @Override
    public String source() {
      try {
        SecretMetadata held = store.find(name, holder);
        return held == null ? "store:" + holder : held.source();
      } catch (StoreException e) {
        return "store:" + holder; // what is wrong is told where the value is opened
      }
    }
  }
}
