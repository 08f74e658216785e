package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.dotenv.OverrideNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deploy gate: holds what was built against what is declared and what the store holds, and
 * names everything that the program would miss, all at once. Needs no key. Reads files and changes
 * none; a failure to read one is a finding, not an exception.
 */
public final class Gate {
  private final GateRequest request;
  private final List<GateFinding> findings = new ArrayList<>();

  private Gate(GateRequest request) {
    this.request = request;
  }

  /**
   * Looks at everything that a request names.
   *
   * @throws UnknownEnvironmentException if it names an environment that is not declared
   */
  public static GateReport check(GateRequest request) throws UnknownEnvironmentException {
    return new Gate(request).run();
  }

  private GateReport run() throws UnknownEnvironmentException {
    Built built = Built.of(request.artifacts(), findings);
    Ground ground = Ground.of(request.checkout(), built, findings);
    List<Environment> environments = request.environments(ground.declarations());
    ground.program().check(ground, findings);
    StandingCheck standing = new StandingCheck(ground, overrides(environments, ground), findings);
    standing.check(environments);
    StoreCheck.check(ground, environments, standing.told(), findings);
    PackedCheck.check(ground, environments, findings);
    ValueCheck values = ValueCheck.of(request.identities(), ground, findings);
    values.check(environments);
    if (!built.manifests().isEmpty()) {
      UnusedCheck.check(standing.secrets(), findings);
    }
    return new GateReport(
        ground.checkout(), environments, names(), standing.secrets(), findings, values.opened());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Artifact artifact : request.artifacts()) {
      names.add(artifact.name());
    }
    return names;
  }

  /** Reads the names in .secrets.local, if type local is meant: no other type opens that file. */
  private @Nullable OverrideNames overrides(List<Environment> environments, Ground ground) {
    Path root = ground.root();
    boolean count = false;
    for (Environment environment : environments) {
      count |= environment.type() == EnvironmentType.LOCAL;
    }
    if (!count || root == null || ground.packed() != null) {
      return null;
    }
    try {
      return OverrideNames.read(root);
    } catch (DotenvFormatException e) {
      String message = String.valueOf(e.getMessage());
      findings.add(
          GateFinding.ofMessage(GateRule.OVERRIDES, message).at(OverrideFile.FILE, e.line()));
      return null;
    }
  }
}
