package com.example.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Asks a deployment service, with the token in the header and the body signed. */
final class Deployments {
  private final URI service;
  private final AppSecrets secrets;

  Deployments(URI service, AppSecrets secrets) {
    this.service = service;
    this.secrets = secrets;
  }

  HttpResponse<String> deploy(String what) throws IOException, InterruptedException {
    byte[] body = what.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .header("Authorization", "Bearer ".concat(secrets.gitHubToken().reveal()))
            .header("X-Signature", Signature.of(body, secrets.webhookKey().revealBytes()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
