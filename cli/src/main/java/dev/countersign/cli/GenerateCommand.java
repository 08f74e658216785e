package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.StoreException;
import java.util.List;

/** Sets a value that is made up here, and that nobody need ever see. */
final class GenerateCommand implements Command {
  private static final Option FORMAT =
      Option.taking("--format", "FORMAT", "by default what is declared: " + Shape.known())
          .of(Words.oneOf(Shape.ids()));
  private static final Option LENGTH =
      Option.taking("--length", "NUMBER", "characters of a password, random bytes, bits of rsa");
  private static final Option SYMBOLS =
      Option.flag("--symbols", "a password with symbols, too: -_.~!*+,=@%");

  @Override
  public Syntax syntax() {
    return Syntax.of("generate", "set a random value, or a private key, that nobody sees")
        .oneOf(Targets.TYPES, Targets.ENVIRONMENT, Targets.OVERRIDE)
        .options(FORMAT, LENGTH, SYMBOLS, Occupied.REPLACE, KeyPins.ACCEPT_KEY)
        .parameter(Names.NAME)
        .detail(
            """
            Each type gets a value of its own. A declared format decides: text is a password of 32
            letters and digits, hex and base64 are 32 random bytes, private-key is an Ed25519 key in
            PKCS#8; ec is one of P-256, rsa one of 3072 bits. Of a key pair the public key is
            printed, and its fingerprint: the SHA-256 of the key in DER.""")
        .detail(
            """
            A value that does not match the declared pattern is not set. One that is there is kept
            unless --replace is given.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    Workspace workspace = Workspace.open(context);
    Declaration declaration = workspace.require(name);
    List<Environment> environments = Targets.all(arguments, workspace.declarations());
    Shape shape = shape(arguments, declaration);
    int length = shape.length(arguments.find(LENGTH));
    if (arguments.has(SYMBOLS) && shape != Shape.PASSWORD) {
      throw Failure.usage("--symbols belongs to the format password");
    }
    if (!arguments.has(Occupied.REPLACE)) {
      requireFree(declaration, environments, workspace);
    }
    Generator generator = new Generator(shape, length, arguments.has(SYMBOLS));
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    Generation generation = new Generation(workspace, declaration, environments);
    generation.checkKeys(pins);
    for (String line : generation.run(generator, shape.told(length))) {
      context.out().println(line);
    }
    Targets.warnUnlessDeclared(declaration, environments, context);
    return ExitStatus.DONE;
  }

  private static Shape shape(Arguments arguments, Declaration declaration) throws Failure {
    String format = arguments.find(FORMAT);
    Shape shape = format == null ? Shape.of(declaration.format()) : Shape.parse(format);
    if (shape == null) {
      throw Failure.refused(
          declaration.name()
              + " is declared with the format "
              + declaration.format()
              + ", and nobody can make one up\n  fix: secret set … "
              + declaration.name());
    }
    return shape;
  }

  private static void requireFree(
      Declaration declaration, List<Environment> environments, Workspace workspace)
      throws Failure, DotenvFormatException {
    Occupied.refuse(List.of(declaration), environments, workspace.index());
    boolean isOverridden =
        environments.isEmpty() && OverrideNames.read(workspace.root()).contains(declaration.name());
    if (isOverridden) {
      throw Occupied.refusal(declaration.name() + " in " + OverrideFile.FILE);
    }
  }
}
