package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.Explanation;
import dev.countersign.runtime.ProjectSecrets;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.SecretsException;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells everything about one secret but its value. Needs no key and opens nothing. */
final class ExplainCommand implements Command {
  private static final Option JSON = Option.flag("--json", "print JSON");

  @Override
  public Syntax syntax() {
    return Syntax.of("explain", "tell where a secret is declared, set and used, and what mends it")
        .options(Targets.TYPES, Targets.ENVIRONMENT.repeated(), JSON)
        .parameter(Names.NAME)
        .detail(
            """
            With --type or --env: which source would win for a program that is started here, in this
            process environment. Uses are those of the classes built below the root.""")
        .detail("No key is needed: nothing is opened, so a value that is set may still not open.")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, DotenvFormatException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    Workspace workspace = Workspace.open(context);
    Declaration declaration = workspace.require(name);
    List<Environment> chosen = Targets.all(arguments, workspace.declarations());
    Matrix matrix =
        new Matrix(
            workspace.index(),
            OverrideNames.read(workspace.root()),
            chosen.isEmpty() ? Targets.everywhere(workspace.declarations()) : chosen,
            null);
    SecretAccount account =
        new SecretAccount(declaration, workspace, matrix, Uses.below(workspace.root(), context));
    List<Explanation> explanations = explanations(name, chosen, workspace, context);
    if (arguments.has(JSON)) {
      context.out().print(account.json(explanations));
    } else {
      account.print(explanations, context);
    }
    return ExitStatus.DONE;
  }

  private static List<Explanation> explanations(
      SecretName name, List<Environment> environments, Workspace workspace, Context context)
      throws Failure {
    List<Explanation> explanations = new ArrayList<>();
    try {
      for (Environment environment : environments) {
        ProjectSecrets secrets =
            ProjectSecrets.of(
                workspace.root(),
                workspace.declarations(),
                environment,
                context.environment(),
                context.properties(),
                workspace.root(),
                User.identities(context));
        explanations.add(secrets.explain(name));
      }
    } catch (SecretsException e) {
      throw Failure.unusable(String.valueOf(e.getMessage()));
    }
    return explanations;
  }

  /** Writes which source would win, and why. */
  static void write(Explanation explanation, JsonWriter json) {
    json.begin('{').key("environment").string(explanation.environment().toString());
    String source = explanation.source();
    if (source != null) {
      json.key("source").string(source);
    }
    json.key("verdict").string(explanation.verdict());
    json.key("steps").strings(explanation.steps()).end();
  }
}
