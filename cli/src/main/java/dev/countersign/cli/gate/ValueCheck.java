package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.declaration.ValueRules;
import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.NotAReaderException;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every value that an identity opens is as declared. What it is no reader of is told, no more. */
final class ValueCheck {
  private final Ground ground;
  private final @Nullable FileSecretStore store;
  private final List<GateFinding> findings;
  private final Set<String> looked = new HashSet<>();
  private final Set<String> closed = new HashSet<>();
  private int opened;

  private ValueCheck(Ground ground, @Nullable FileSecretStore store, List<GateFinding> findings) {
    this.ground = ground;
    this.store = store;
    this.findings = findings;
  }

  static ValueCheck of(
      @Nullable ReaderIdentities identities, Ground ground, List<GateFinding> findings) {
    if (identities == null || !isUsable(identities, findings)) {
      return new ValueCheck(ground, null, findings);
    }
    FileSecretStore store =
        new FileSecretStore(ground.files(), ground.declarations(), identities, ground.index());
    return new ValueCheck(ground, store, findings);
  }

  private static boolean isUsable(ReaderIdentities identities, List<GateFinding> findings) {
    try {
      identities.identities();
      return true;
    } catch (StoreException e) {
      findings.add(GateFinding.of(GateRule.KEY, e.fact(), e.fix() + ", or pass --no-key"));
      return false;
    }
  }

  /** Returns how many values were opened, or null if none were to be. */
  @Nullable Integer opened() {
    return store == null ? null : opened;
  }

  void check(List<Environment> environments) {
    if (store == null) {
      return;
    }
    for (Declaration declaration : ground.declarations().secrets().values()) {
      for (Environment environment : environments) {
        Environment holder = ground.index().holder(declaration.name(), environment);
        boolean isSound = ground.index().damage(declaration.name(), environment) == null;
        if (holder != null && isSound && looked.add(declaration.name() + " " + holder)) {
          check(store, declaration, holder);
        }
      }
    }
  }

  private void check(FileSecretStore store, Declaration declaration, Environment holder) {
    try (OpenedValue value = store.read(declaration.name(), holder)) {
      if (value != null) {
        opened++;
        hold(declaration, holder, value);
      }
    } catch (NotAReaderException e) {
      if (closed.add(e.fact())) {
        String fact = "the values of type " + holder.type() + " were not opened: " + e.fact();
        findings.add(GateFinding.of(GateRule.NOT_OPENED, fact, e.fix()).in(holder));
      }
    } catch (StoreFormatException e) {
      add(damaged(declaration.name(), e).in(holder).at(e.file(), e.line()));
    } catch (StoreException e) {
      add(damaged(declaration.name(), e).in(holder));
    }
  }

  private GateFinding damaged(SecretName name, StoreException cause) {
    return GateFinding.of(GateRule.DAMAGED, cause.fact(), cause.fix())
        .about(name, ground.program().usersOf(name));
  }

  /** A value below its min-version is told by the index already. */
  private void add(GateFinding finding) {
    for (GateFinding present : findings) {
      boolean isSame =
          present.rule() == GateRule.OUTDATED
              && finding.secret() != null
              && finding.secret().equals(present.secret());
      if (isSame) {
        return;
      }
    }
    findings.add(finding);
  }

  private void hold(Declaration declaration, Environment holder, OpenedValue value) {
    byte[] plain = value.revealBytes();
    String problem = ValueRules.problem(declaration, plain);
    Arrays.fill(plain, (byte) 0);
    if (problem != null) {
      SecretName name = declaration.name();
      findings.add(
          GateFinding.of(
                  GateRule.MALFORMED,
                  "the value of " + name + " for " + holder + " " + problem,
                  Remedy.set(name, holder))
              .about(name, ground.program().usersOf(name))
              .in(holder));
    }
  }
}
