package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The deploy gate: names every secret that a program would miss. Needs no key, opens nothing. */
final class CheckCommand implements Command {
  private static final Parameter PATHS =
      Parameter.anyNumber(
              "PATH", "jars or directories of classes; without one, what secrets.toml declares")
          .of(Words.FILE);

  @Override
  public Syntax syntax() {
    return Syntax.of("check", "name every secret that is missing, as a gate before deploying")
        .options(Targets.TYPES, Targets.ENVIRONMENT.repeated())
        .parameter(PATHS)
        .detail(
            """
            Holds what the jars' manifests use, and everything secrets.toml declares, against the
            store. Exit status 1 if anything is missing, with all of it named at once. At least one
            of --type and --env is needed. No key is: a value that is there may still not open.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, DotenvFormatException {
    if (!arguments.has(Targets.TYPES) && !arguments.has(Targets.ENVIRONMENT)) {
      throw Failure.usage("say for what: " + Targets.TYPES.label());
    }
    Workspace workspace = Workspace.open(context);
    List<Environment> environments = Targets.all(arguments, workspace.declarations());
    Program program =
        Program.of(workspace, FoundManifest.in(arguments.all(PATHS), context.directory()));
    Gate gate = new Gate(workspace, program, OverrideNames.read(workspace.root()));
    gate.check(environments);
    Stragglers.warn(gate.index(), types(environments), context);
    return report(gate, program.declarations().size(), Messages.list(environments), context);
  }

  private static Set<EnvironmentType> types(List<Environment> environments) {
    Set<EnvironmentType> types = EnumSet.noneOf(EnvironmentType.class);
    for (Environment environment : environments) {
      types.add(environment.type());
    }
    return types;
  }

  private static int report(Gate gate, int declared, String where, Context context) throws Failure {
    for (String finding : gate.findings()) {
      context.out().println(finding);
    }
    if (!gate.external().isEmpty()) {
      String external = String.join(", ", new ArrayList<>(gate.external()));
      context.out().println("supplied by the platform, not checked: " + external);
    }
    if (gate.findings().isEmpty()) {
      context
          .out()
          .println(Text.count(declared, "secret") + " checked for " + where + ": all there");
      return ExitStatus.DONE;
    }
    String summary =
        gate.faulty() == 0 && gate.isDamaged()
            ? "the store is damaged for " + where
            : Text.count(gate.faulty(), "secret") + " not usable for " + where;
    throw gate.isDamaged() ? Failure.unusable(summary) : Failure.no(summary);
  }
}
