package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.StoreException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Declares a secret in secrets.toml. */
final class DeclareCommand implements Command {
  private static final Option DESCRIPTION =
      Option.taking("--description", "TEXT", "what the secret is for");
  private static final Option OPTIONAL =
      Option.flag("--optional", "no value is fine, in every type");
  private static final Option TYPES =
      Option.taking("--types", "TYPE[,TYPE…]", "the types that need it; by default all four")
          .of(Targets.KNOWN.listed());
  private static final Option VARIABLE =
      Option.taking("--env", "VARIABLE", "a process variable that may carry it").repeated();

  private static final Option TEMPLATE =
      Option.taking("--template", "SERVICE", "what a service needs, in place of a NAME")
          .of(Words.oneOf(Template.ids()));
  private static final Parameter NAME = Parameter.optional("NAME", "the secret");

  @Override
  public Syntax syntax() {
    return Syntax.of("declare", "declare a secret, or those of a service, in secrets.toml")
        .options(DESCRIPTION, OPTIONAL, TYPES, VARIABLE, TEMPLATE)
        .parameter(NAME)
        .detail(
            """
            Without --env, a process variable is proposed from the name: GITHUB_API_TOKEN for
            GitHubAPIToken. The file's comments, order, quoting and line ends stay as they are.""")
        .detail(
            """
            --template declares the secrets of a service under the variables that its libraries
            read, and prints an interface to paste, or to redirect into a source: postgres, mongodb,
            aws, github, stripe, openai, huggingface, wandb, smtp, oauth.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    String template = arguments.find(TEMPLATE);
    String types = arguments.find(TYPES);
    Set<EnvironmentType> needed =
        types == null ? EnumSet.allOf(EnvironmentType.class) : Targets.types(types);
    if (template != null) {
      requireTemplateAlone(arguments);
      Template chosen = Template.parse(template);
      new TemplateDeclarations(chosen, Workspace.open(context), needed).run(context);
      return ExitStatus.DONE;
    }
    if (arguments.all(NAME).isEmpty()) {
      throw Failure.usage("NAME is missing: the secret, or --template with a service");
    }
    return declare(Names.parse(arguments.get(NAME)), needed, arguments, context);
  }

  private static void requireTemplateAlone(Arguments arguments) throws Failure {
    if (!arguments.all(NAME).isEmpty()) {
      throw Failure.usage("NAME and --template exclude each other");
    }
    for (Option option : new Option[] {DESCRIPTION, OPTIONAL, VARIABLE}) {
      if (arguments.has(option)) {
        throw Failure.usage(option.name() + " is about one secret, and a template has its own");
      }
    }
  }

  private static int declare(
      SecretName name, Set<EnvironmentType> needed, Arguments arguments, Context context)
      throws Failure, StoreException {
    Workspace workspace = Workspace.open(context);
    List<String> similar = workspace.similar(name);
    Declaration declaration =
        new NewDeclaration(name, workspace)
            .with(
                arguments.find(DESCRIPTION),
                arguments.all(VARIABLE),
                needed,
                arguments.has(OPTIONAL));
    try (ProjectText toml = ProjectText.shared(workspace.root(), Project.FILE)) {
      toml.prepare(NewDeclaration.insert(declaration, toml.read()));
      toml.commit();
    }
    context.out().println(NewDeclaration.told(declaration));
    if (!similar.isEmpty()) {
      context.err().println("note: there is a name like it" + Text.similar(similar));
    }
    return ExitStatus.DONE;
  }
}
