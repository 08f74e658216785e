package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.StoreException;
import java.util.List;
import java.util.Set;

/** Declares a secret in secrets.toml. */
final class DeclareCommand implements Command {
  private static final Option DESCRIPTION =
      Option.taking("--description", "TEXT", "what the secret is for");
  private static final Option OPTIONAL =
      Option.flag("--optional", "no value is fine, in every type");
  private static final Option TYPES =
      Option.taking("--types", "TYPE[,TYPE…]", "the types that need it; by default all four");
  private static final Option VARIABLE =
      Option.taking("--env", "VARIABLE", "a process variable that may carry it").repeated();

  @Override
  public Syntax syntax() {
    return Syntax.of("declare", "declare a secret in secrets.toml")
        .options(DESCRIPTION, OPTIONAL, TYPES, VARIABLE)
        .parameter(Names.NAME)
        .detail(
            """
            Without --env, a process variable is proposed from the name: GITHUB_API_TOKEN for
            GitHubAPIToken. The file's comments, order, quoting and line ends stay as they are.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    String types = arguments.find(TYPES);
    Set<EnvironmentType> needed =
        types == null ? Declaration.of(name).types() : Targets.types(types);
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
