package dev.countersign.cli;

import dev.countersign.runtime.declaration.NearMisses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The groups of secrets that services come with, under the variables that their own libraries read.
 * No patterns: who issues tokens changes what they look like.
 */
enum Template {
  POSTGRES(
      "PostgresSecrets",
      TemplateSecret.text("PostgresHost", "Host name of the server", "PGHOST"),
      TemplateSecret.number("PostgresPort", "Port of the server, if not 5432", "PGPORT").optional(),
      TemplateSecret.text("PostgresDatabase", "Name of the database", "PGDATABASE"),
      TemplateSecret.text("PostgresUser", "Who logs in", "PGUSER"),
      TemplateSecret.secret("PostgresPassword", "Password of that user", "PGPASSWORD")),
  MONGODB(
      "MongoDbSecrets",
      TemplateSecret.uri(
          "MongoDbUri", "Connection string, mongodb:// or mongodb+srv://", "MONGODB_URI")),
  AWS(
      "AwsSecrets",
      TemplateSecret.text("AwsAccessKeyId", "Access key, the public part", "AWS_ACCESS_KEY_ID"),
      TemplateSecret.secret(
          "AwsSecretAccessKey", "Access key, the secret part", "AWS_SECRET_ACCESS_KEY"),
      TemplateSecret.secret(
              "AwsSessionToken", "Only with temporary credentials", "AWS_SESSION_TOKEN")
          .optional(),
      TemplateSecret.text("AwsRegion", "Such as eu-central-1", "AWS_REGION", "AWS_DEFAULT_REGION")
          .optional()),
  GITHUB(
      "GitHubSecrets",
      TemplateSecret.secret(
          "GitHubToken", "Token of a user or an app", "GITHUB_TOKEN", "GH_TOKEN")),
  STRIPE(
      "StripeSecrets",
      TemplateSecret.secret(
          "StripeSecretKey",
          "API key, secret or restricted",
          "STRIPE_SECRET_KEY",
          "STRIPE_API_KEY"),
      TemplateSecret.secret(
              "StripeWebhookSecret", "Proves that an event is from Stripe", "STRIPE_WEBHOOK_SECRET")
          .optional()),
  OPENAI(
      "OpenAiSecrets",
      TemplateSecret.secret("OpenAiApiKey", "API key", "OPENAI_API_KEY"),
      TemplateSecret.text("OpenAiOrganization", "Whose account is charged", "OPENAI_ORG_ID")
          .optional(),
      TemplateSecret.text("OpenAiProject", "Whose limits count", "OPENAI_PROJECT_ID").optional()),
  HUGGINGFACE(
      "HuggingFaceSecrets",
      TemplateSecret.secret(
          "HuggingFaceToken", "User access token", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")),
  WANDB(
      "WandbSecrets",
      TemplateSecret.secret("WandbApiKey", "API key of Weights & Biases", "WANDB_API_KEY")),
  SMTP(
      "SmtpSecrets",
      TemplateSecret.text("SmtpHost", "Host name of the mail server", "SMTP_HOST"),
      TemplateSecret.number("SmtpPort", "Port of the mail server, if not 587", "SMTP_PORT")
          .optional(),
      TemplateSecret.text("SmtpUsername", "Who logs in", "SMTP_USERNAME", "SMTP_USER"),
      TemplateSecret.secret("SmtpPassword", "Password of that user", "SMTP_PASSWORD")),
  OAUTH(
      "OAuthSecrets",
      TemplateSecret.text("OAuthClientId", "Client, as its provider knows it", "OAUTH_CLIENT_ID"),
      TemplateSecret.secret("OAuthClientSecret", "Secret of that client", "OAUTH_CLIENT_SECRET"));

  private final String set;

  @SuppressWarnings("ImmutableEnumChecker") // it is List.of
  private final List<TemplateSecret> secrets;

  Template(String set, TemplateSecret... secrets) {
    this.set = set;
    this.secrets = List.of(secrets);
  }

  /** Returns the template of that name. */
  static Template parse(String text) throws Failure {
    for (Template template : values()) {
      if (template.id().equals(text)) {
        return template;
      }
    }
    throw Failure.usage(
        "--template is one of " + known() + Text.similar(NearMisses.of(text, ids())));
  }

  static String known() {
    return String.join(", ", ids());
  }

  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Template template : values()) {
      ids.add(template.id());
    }
    return ids;
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<TemplateSecret> secrets() {
    return secrets;
  }

  /** Returns the source of an interface with all of them, ready to be pasted below a package. */
  String source() {
    StringBuilder source = new StringBuilder();
    source.append("import dev.countersign.Secret;\nimport dev.countersign.SecretSet;\n");
    if (hasType("SecretValue")) {
      source.append("import dev.countersign.runtime.SecretValue;\n");
    }
    if (hasType("Optional<")) {
      source.append("import java.util.Optional;\n");
    }
    source.append("\n@SecretSet\ninterface ").append(set).append(" {\n");
    String gap = "";
    for (TemplateSecret secret : secrets) {
      source.append(gap).append("  @Secret(\"").append(secret.name()).append("\")\n");
      source.append("  ").append(secret.type()).append(' ').append(secret.member());
      source.append("();\n");
      gap = "\n";
    }
    return source.append("}\n").toString();
  }

  private boolean hasType(String text) {
    for (TemplateSecret secret : secrets) {
      if (secret.type().contains(text)) {
        return true;
      }
    }
    return false;
  }
}
