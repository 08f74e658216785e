package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.store.ReaderIdentities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the gate is to look at: a checkout, what was built of it, and for which environments. */
public final class GateRequest {
  private final @Nullable Checkout checkout;
  private final List<Artifact> artifacts = new ArrayList<>();
  private final Set<EnvironmentType> types = new TreeSet<>();
  private final List<String> environments = new ArrayList<>();
  private @Nullable ReaderIdentities identities;

  private GateRequest(@Nullable Checkout checkout) {
    this.checkout = checkout;
  }

  /** Returns a request to hold what was built against a checkout. */
  public static GateRequest of(Checkout checkout) {
    return new GateRequest(checkout);
  }

  /**
   * Returns a request where there is no checkout: artifacts are held against the declarations in
   * their own manifests and the store that is packed into them.
   */
  public static GateRequest withoutCheckout() {
    return new GateRequest(null);
  }

  /** Adds what was built. Without any, what is declared is held against the store. */
  public GateRequest artifacts(Collection<Artifact> more) {
    artifacts.addAll(more);
    return this;
  }

  /** Adds environment types. */
  public GateRequest types(Collection<EnvironmentType> more) {
    types.addAll(more);
    return this;
  }

  /** Adds named environments. */
  public GateRequest environments(Collection<String> more) {
    environments.addAll(more);
    return this;
  }

  /** Opens every value that these identities open. Without them nothing is opened. */
  public GateRequest openedBy(ReaderIdentities readers) {
    identities = readers;
    return this;
  }

  @Nullable Checkout checkout() {
    return checkout;
  }

  List<Artifact> artifacts() {
    return artifacts;
  }

  @Nullable ReaderIdentities identities() {
    return identities;
  }

  /** Returns every environment that was asked for, the types first. */
  List<Environment> environments(Declarations declarations) throws UnknownEnvironmentException {
    List<Environment> all = new ArrayList<>();
    for (EnvironmentType type : types) {
      all.add(Environment.of(type));
    }
    for (String name : environments) {
      EnvironmentType type = declarations.environments().get(name);
      if (type == null) {
        throw new UnknownEnvironmentException(name, declarations);
      }
      all.add(new Environment(type, name));
    }
    return all;
  }
}
