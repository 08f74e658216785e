package com.example.quickstart;

import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.SecretsException;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Deploys once and prints the answer. */
public final class Quickstart {
  private Quickstart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (DeploymentServer server = new DeploymentServer()) {
      AppSecrets secrets = Secrets.load().create(AppSecrets.class);
      System.out.println(
          "token: " + secrets.gitHubToken() + " from " + secrets.gitHubToken().source());
      HttpResponse<String> answer = new Deployments(server.address(), secrets).deploy("quickstart");
      System.out.println(answer.statusCode() + " " + answer.body());
    } catch (SecretsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
