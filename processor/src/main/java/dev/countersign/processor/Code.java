package dev.countersign.processor;

import javax.tools.Diagnostic;

/** Every kind of diagnostic, with the sentence that the documentation opens it with. */
enum Code {
  UNDECLARED("Undeclared", "A secret is used that secrets.toml does not declare."),
  INVALID_NAME(
      "InvalidName", "The text in an annotation or a call cannot be the name of a secret."),
  NO_DECLARATIONS("NoDeclarations", "Secrets are used, and no secrets.toml is found."),
  MALFORMED_DECLARATIONS("MalformedDeclarations", "A secrets.toml cannot be used."),
  UNSUPPORTED_TYPE("UnsupportedType", "A secret cannot be turned into the type of its site."),
  FINAL_FIELD("FinalField", "A final field cannot be filled after its class was constructed."),
  UNREACHABLE_SITE("UnreachableSite", "The annotation stands where nothing can be injected."),
  AMBIGUOUS_CONSTRUCTOR(
      "AmbiguousConstructor", "More than one constructor of a class takes secrets."),
  INVALID_SET("InvalidSet", "A @SecretSet cannot be implemented."),
  OPTIONAL_MISMATCH(
      "OptionalMismatch", "A secret that may be absent is used where there must be a value."),
  FORMAT_MISMATCH(
      "FormatMismatch",
      "The type of a site contradicts the format that its secret is declared with."),
  DAMAGED_STORE(
      "DamagedStore",
      "A sealed file or keyring, or the block of a secret in use, is damaged, or a merge is unfinished."),
  MISSING(
      "Missing",
      "A secret has no value for a type that this build is checked for.",
      Diagnostic.Kind.WARNING),
  MALFORMED_OVERRIDES(
      "MalformedOverrides", "A .secrets.local cannot be read.", Diagnostic.Kind.WARNING),
  HARDCODED_SECRET(
      "HardcodedSecret",
      "A value is written in the source where a secret is injected.",
      Diagnostic.Kind.WARNING),
  LEAK("Leak", "The plaintext of a secret goes where people can read it.", Diagnostic.Kind.WARNING),
  NOT_PROVIDED(
      "NotProvided", "A module-info does not provide what is generated for the classes beside it."),
  INVALID_OPTION(
      "InvalidOption",
      "An option of the processor or of the plugin has a value that it does not take."),
  NAME_TAKEN("NameTaken", "A class that would be generated is there already."),
  UNREADABLE_CLASS(
      "UnreadableClass",
      "A class with secrets was compiled earlier, and the compiler cannot read it."),
  UNWRITABLE_OUTPUT("UnwritableOutput", "A generated file cannot be written."),
  INTERNAL_ERROR("InternalError", "The processor or the plugin itself failed.");

  private final String id;
  private final String sentence;
  private final Diagnostic.Kind severity;

  Code(String id, String sentence) {
    this(id, sentence, Diagnostic.Kind.ERROR);
  }

  Code(String id, String sentence, Diagnostic.Kind severity) {
    this.id = id;
    this.sentence = sentence;
    this.severity = severity;
  }

  /** Returns the name that users see and search for: {@code Undeclared}. */
  String id() {
    return id;
  }

  String sentence() {
    return sentence;
  }

  Diagnostic.Kind severity() {
    return severity;
  }

  /** Returns how a diagnostic begins: {@code [Secret/Undeclared]}. */
  @Override
  public String toString() {
    return "[Secret/" + id + "]";
  }
}
