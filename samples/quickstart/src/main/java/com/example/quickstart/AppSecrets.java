package com.example.quickstart;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import dev.countersign.runtime.SecretValue;

/** Every secret that the service needs. */
@SecretSet
interface AppSecrets {
  @Secret("GitHubAPIToken")
  SecretValue gitHubToken();

  @Secret("WebhookKey")
  SecretValue webhookKey();
}
