package dev.countersign.cli;

import dev.countersign.cli.gate.Artifact;
import dev.countersign.cli.gate.Checkout;
import dev.countersign.cli.gate.Gate;
import dev.countersign.cli.gate.GateFormat;
import dev.countersign.cli.gate.GateReport;
import dev.countersign.cli.gate.GateRequest;
import dev.countersign.cli.gate.UnknownEnvironmentException;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deploy gate: names every secret that a program would miss. */
final class CheckCommand implements Command {
  private static final Parameter PATHS =
      Parameter.anyNumber(
              "PATH", "jars, wars, directories, images or jmods; without one, what is declared")
          .of(Words.FILE);
  private static final Option FORMAT =
      Option.taking("--format", "FORMAT", "one of " + String.join(", ", GateFormat.ids()))
          .of(Words.oneOf(GateFormat.ids()));
  private static final Option NO_KEY = Option.flag("--no-key", "open nothing, whoever you are");

  @Override
  public Syntax syntax() {
    return Syntax.of("check", "name every secret that is missing, as a gate before deploying")
        .options(Targets.TYPES, Targets.ENVIRONMENT.repeated(), FORMAT, NO_KEY)
        .parameter(PATHS)
        .detail(
            """
            Holds what the manifests in jars, wars, directories, images and jmods use, and everything
            secrets.toml declares, against the store: the one packed into them, or the checkout's.
            Exit status 1 if anything is missing or not as declared, 3 if a file cannot be used. At
            least one of --type and --env is needed. No key is. With your identity at hand, every
            value that it opens is opened too and held against its declaration; what it is no reader
            of is told, and no fault.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure {
    if (!arguments.has(Targets.TYPES) && !arguments.has(Targets.ENVIRONMENT)) {
      throw Failure.usage("say for what: " + Targets.TYPES.label());
    }
    GateFormat format = format(arguments);
    GateRequest request = request(arguments, format, context);
    if (request == null) {
      return ExitStatus.UNUSABLE;
    }
    request
        .artifacts(artifacts(arguments, context))
        .environments(arguments.all(Targets.ENVIRONMENT));
    if (arguments.has(Targets.TYPES)) {
      request.types(Targets.types(String.valueOf(arguments.find(Targets.TYPES))));
    }
    if (!arguments.has(NO_KEY) && User.hasIdentities(context)) {
      request.openedBy(User.identities(context));
    }
    return print(check(request), format, context);
  }

  /** Returns a request for the project around here, or null if its declarations were refused. */
  private static @Nullable GateRequest request(
      Arguments arguments, GateFormat format, Context context) throws Failure {
    if (Root.find(context) == null && !arguments.all(PATHS).isEmpty()) {
      return GateRequest.withoutCheckout();
    }
    if (format == GateFormat.TEXT) {
      Workspace workspace = Workspace.open(context);
      return GateRequest.of(Checkout.of(workspace.root(), workspace.declarations()));
    }
    Path root = Root.require(context);
    try {
      return GateRequest.of(Checkout.read(root));
    } catch (MalformedDeclarationsException e) {
      print(GateReport.of(root, e), format, context);
      return null;
    }
  }

  private static GateReport check(GateRequest request) throws Failure {
    try {
      return Gate.check(request);
    } catch (UnknownEnvironmentException e) {
      throw Targets.unknown(e.name(), e.declarations());
    }
  }

  private static int print(GateReport report, GateFormat format, Context context) {
    context.out().print(report.text(format));
    if (report.status() != ExitStatus.DONE) {
      context.out().flush();
      context.err().println("secret: " + report.summary());
    }
    return report.status();
  }

  private static GateFormat format(Arguments arguments) throws Failure {
    String id = arguments.find(FORMAT);
    GateFormat format = id == null ? GateFormat.TEXT : GateFormat.find(id);
    if (format == null) {
      throw Failure.usage(
          "\"" + id + "\" is not a format, which are " + String.join(", ", GateFormat.ids()));
    }
    return format;
  }

  private static List<Artifact> artifacts(Arguments arguments, Context context) throws Failure {
    List<Artifact> artifacts = new ArrayList<>();
    for (String path : arguments.all(PATHS)) {
      if (path.isEmpty()) { // a variable that is not set would name the working directory
        throw Failure.usage("PATH is empty: name a jar or a directory, or leave it away");
      }
      artifacts.add(new Artifact(path, Paths.resolve(context.directory(), path)));
    }
    return artifacts;
  }
}
