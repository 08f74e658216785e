package dev.countersign.cli.gate;

/**
 * What the gate looks for, one constant a rule. The ids are stable: scripts and baselines name
 * them.
 */
public enum GateRule {
  /** A needed secret has no value. */
  MISSING(
      "missing",
      Level.ERROR,
      1,
      "a needed secret has no value",
      "The program would refuse to start, or to use it. Set the value with the command given, or"
          + " declare the secret optional or external if it is."),
  /** The value is below the declared {@code min-version}. */
  OUTDATED(
      "outdated",
      Level.ERROR,
      1,
      "a value is below its min-version",
      "The sealed file was rolled back, or the value was never rotated. A program refuses such a"
          + " value. Set it anew."),
  /** An opened value does not have the declared format or pattern. */
  MALFORMED(
      "malformed",
      Level.ERROR,
      1,
      "a value is not as declared",
      "The value was opened and does not have the format or does not match the pattern that"
          + " secrets.toml declares. Set another, or mend the declaration."),
  /** A class uses a name that nothing declares. */
  UNDECLARED(
      "undeclared",
      Level.ERROR,
      1,
      "a secret in use is not declared",
      "A class uses a name that neither secrets.toml nor a library declares. Write a declared name,"
          + " or declare this one."),
  /** What was compiled takes a name for declared that is declared no more. */
  STALE(
      "stale",
      Level.ERROR,
      1,
      "a secret in what was built is declared no more",
      "secrets.toml was edited after the program was built. Build it again, or declare the name."),
  /** Libraries declare one name differently. */
  DISAGREEMENT(
      "disagreement",
      Level.ERROR,
      1,
      "libraries declare a secret differently",
      "Two libraries demand different things of one name, and the program refuses to start. Declare"
          + " the name in the application's own secrets.toml, which wins."),
  /** A file of the store or a block of it cannot be used. */
  DAMAGED(
      "damaged",
      Level.ERROR,
      3,
      "the store is damaged",
      "A file of the store, or a block in it, cannot be used: damaged, forged, or in the middle of"
          + " a merge. secret verify tells more."),
  /** A class has {@code @Secret} and no manifest names it. */
  UNPROCESSED(
      "unprocessed",
      Level.ERROR,
      3,
      "a class with @Secret was compiled without the processor",
      "The class has @Secret, and no manifest names it: it was compiled without"
          + " countersign-processor, so that nothing fills the site and nothing was checked."),
  /** No service lists the module that serves a class. */
  UNLISTED(
      "unlisted",
      Level.ERROR,
      3,
      "META-INF/services does not list a module",
      "When several jars were put into one, one services file overwrote another. Merge them."),
  /** Two modules have one id. */
  CLASH(
      "clash",
      Level.ERROR,
      3,
      "two modules have one id",
      "Two jars or directories hold different manifests of one module, and the program refuses to"
          + " start. One of them is of an earlier build, or both come from a directory of one name."),
  /** None of the artifacts holds a manifest. */
  NO_MANIFEST(
      "no-manifest",
      Level.ERROR,
      3,
      "there is no manifest in what was named",
      "No class there uses a secret: most often another file is meant, or a packaging step dropped"
          + " META-INF/countersign."),
  /** A jar, a directory or a file in it cannot be read. */
  UNREADABLE(
      "unreadable",
      Level.ERROR,
      3,
      "an artifact cannot be read",
      "The jar, directory or image is not there, is cut off or is not what its name says."),
  /** A developer's own plaintext values are in what would be deployed. */
  PLAINTEXT(
      "plaintext",
      Level.ERROR,
      3,
      "a developer's own values are packed in plain text",
      ".secrets.local holds plaintext. Pack *.secrets and *.keyring alone, build again, and change"
          + " those values at their issuers."),
  /** The store is packed into two places. */
  PACKED_TWICE(
      "packed-twice",
      Level.ERROR,
      3,
      "the store is packed twice",
      "A program that finds its store in two places refuses to start. Pack it into what is deployed"
          + " alone."),
  /** There is no checkout, and no store is packed into what was named. */
  NO_STORE(
      "no-store",
      Level.ERROR,
      3,
      "there is no store",
      "Without a checkout, a jar is held against the store that it carries, and this one carries"
          + " none, or several."),
  /** {@code secrets.toml} cannot be used. */
  DECLARATIONS(
      "declarations",
      Level.ERROR,
      3,
      "secrets.toml cannot be used",
      "Each problem is told with its line. Nothing else was checked."),
  /** {@code .secrets.local} cannot be used. */
  OVERRIDES(
      "overrides",
      Level.ERROR,
      3,
      ".secrets.local cannot be used",
      "The file is read for type local alone."),
  /** The identity that was to open values cannot be used. */
  KEY(
      "key",
      Level.ERROR,
      3,
      "an identity cannot be used",
      "An identity is there and cannot be used, so that no value was opened. Mend it, or open"
          + " nothing: --no-key."),
  /** What is packed is not what the checkout holds. */
  PACKED_DIFFERS(
      "packed-differs",
      Level.WARNING,
      0,
      "the packed store is not the checkout's",
      "Production reads what is packed. The checkout was changed after the program was built."),
  /** A value is sealed to an older key of its type. */
  STRAGGLER(
      "straggler",
      Level.WARNING,
      0,
      "a value is sealed to an older key of its type",
      "It can be read until that key is dropped: secret rekey --finish seals it anew."),
  /** A declared secret is used by no class. */
  UNUSED(
      "unused",
      Level.NOTE,
      0,
      "a declared secret is used by no class",
      "No @Secret in what was named uses it. It may be used by other programs of the project, or by"
          + " secrets.get."),
  /** The platform is to supply a secret, which is not checked. */
  EXTERNAL(
      "external",
      Level.NOTE,
      0,
      "the platform supplies a secret",
      "It is declared external there, so that the store need not hold it. The program checks it when"
          + " it starts."),
  /** This identity is no reader of a type, so its values were not opened. */
  NOT_OPENED(
      "not-opened",
      Level.NOTE,
      0,
      "values were not opened",
      "This identity is no reader of the type. That they are there was checked; that they open was"
          + " not.");

  /** How grave a finding is. */
  public enum Level {
    /** The program must not be deployed so. */
    ERROR,
    /** Worth mending. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** Returns {@code error}, {@code warning} or {@code note}. */
    public String id() {
      return switch (this) {
        case ERROR -> "error";
        case WARNING -> "warning";
        case NOTE -> "note";
      };
    }
  }

  private final String id;
  private final Level level;
  private final int status;
  private final String title;
  private final String help;

  GateRule(String id, Level level, int status, String title, String help) {
    this.id = id;
    this.level = level;
    this.status = status;
    this.title = title;
    this.help = help;
  }

  /** Returns the stable id, such as {@code missing}. */
  public String id() {
    return id;
  }

  /** Returns how grave a finding of this rule is. */
  public Level level() {
    return level;
  }

  /** Returns the exit status of a run that finds nothing else. */
  public int status() {
    return status;
  }

  /** Returns the rule in a few words. */
  public String title() {
    return title;
  }

  /** Returns what it means and what to do, in a sentence or two. */
  public String help() {
    return help;
  }
}
