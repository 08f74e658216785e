package com.example.broken;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;

final class GitHubClient {
  @Secret("GitHubAPIToken")
  private SecretValue token;

  @Secret("gitHubToken")
  private SecretValue other;

  @Secret("Git Hub Token")
  private SecretValue third;

  @Secret("GitHubToken")
  private final SecretValue fixed = null;

  @Secret("GitHubToken")
  private Object anything;

  @Secret("SentryDsn")
  private String sentryDsn;

  @Secret("GitHubToken")
  private String fine;
}
