package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the gate found, and what it looked at. Holds no value.
 *
 * @param checkout what it was held against, or null where there was no checkout
 * @param environments what was asked for
 * @param artifacts the names of what was looked into
 * @param secrets every declared secret, in order of name
 * @param findings errors first, then warnings and notes
 * @param opened how many values were opened, or null if none were to be
 */
public record GateReport(
    @Nullable Checkout checkout,
    List<Environment> environments,
    List<String> artifacts,
    List<CheckedSecret> secrets,
    List<GateFinding> findings,
    @Nullable Integer opened) {

  /** Copies what it is given, and puts errors before warnings and warnings before notes. */
  public GateReport {
    environments = List.copyOf(environments);
    artifacts = List.copyOf(artifacts);
    secrets = List.copyOf(secrets);
    List<GateFinding> sorted = new ArrayList<>();
    for (GateRule.Level level : GateRule.Level.values()) {
      for (GateFinding finding : findings) {
        if (finding.rule().level() == level) {
          sorted.add(finding);
        }
      }
    }
    findings = List.copyOf(sorted);
  }

  /** Returns the report of a checkout whose {@code secrets.toml} cannot be used. */
  public static GateReport of(Path root, MalformedDeclarationsException malformed) {
    List<GateFinding> findings = new ArrayList<>();
    for (Problem problem : malformed.problems()) {
      findings.add(
          GateFinding.of(GateRule.DECLARATIONS, problem.toString(), "")
              .at(problem.file(), problem.line()));
    }
    Declarations none = new Declarations("", Map.of(), Map.of(), List.of());
    return new GateReport(Checkout.of(root, none), List.of(), List.of(), List.of(), findings, null);
  }

  /** Returns what to look at for a finding: the place it names, or else the declaration. */
  public @Nullable Place place(GateFinding finding) {
    SecretName secret = finding.secret();
    return finding.place() == null && secret != null ? place(secret) : finding.place();
  }

  /** Returns where a secret is declared, relative to the root, or null if only a library does. */
  public @Nullable Place place(SecretName secret) {
    return checkout == null ? null : checkout.place(secret);
  }

  @Nullable Path root() {
    return checkout == null ? null : checkout.root();
  }

  /**
   * Returns the exit status: 0 if nothing stands against deploying, 1 if secrets are missing or not
   * as declared, 3 if the store, a key or what was built could not be used.
   */
  public int status() {
    int status = 0;
    for (GateFinding finding : findings) {
      status = Math.max(status, finding.rule().status());
    }
    return status;
  }

  /** Returns the findings of one level. */
  public List<GateFinding> findings(GateRule.Level level) {
    List<GateFinding> found = new ArrayList<>();
    for (GateFinding finding : findings) {
      if (finding.rule().level() == level) {
        found.add(finding);
      }
    }
    return found;
  }

  /** Returns one line: {@code 2 secrets not usable for prod}. */
  public String summary() {
    List<GateFinding> errors = findings(GateRule.Level.ERROR);
    if (errors.isEmpty()) {
      String opening = opened == null ? "" : ", " + opened + " opened";
      return Wording.count(secrets.size(), "secret")
          + " checked"
          + where()
          + ": all there"
          + opening;
    }
    Set<SecretName> faulty = new TreeSet<>();
    int others = 0;
    boolean isStoreAlone = true;
    for (GateFinding error : errors) {
      if (error.secret() == null) {
        others++;
      } else {
        faulty.add(error.secret());
      }
      isStoreAlone &= error.rule() == GateRule.DAMAGED;
    }
    if (faulty.isEmpty()) {
      return isStoreAlone ? "the store is damaged" + where() : Wording.count(others, "error");
    }
    String rest =
        others == 0 || isStoreAlone ? "" : ", and " + Wording.count(others, "other error");
    return Wording.count(faulty.size(), "secret") + " not usable" + where() + rest;
  }

  private String where() {
    return environments.isEmpty() ? "" : " for " + Wording.list(environments);
  }

  /** Returns the report in a format, with a line feed at its end. */
  public String text(GateFormat format) {
    return format.write(this);
  }
}
