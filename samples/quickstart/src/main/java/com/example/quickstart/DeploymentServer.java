package com.example.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The other side: answers 401 to a wrong token and 403 to a wrong signature. */
final class DeploymentServer implements AutoCloseable {
  private static final String TOKEN = "demo-token-1";
  private static final String KEY = "demo-key-1";

  private final HttpServer server;

  DeploymentServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/deploy", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/deploy");
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String signature = exchange.getRequestHeaders().getFirst("X-Signature");
    if (!("Bearer " + TOKEN).equals(token)) {
      send(exchange, 401, "wrong token");
    } else if (!Signature.of(body, KEY.getBytes(StandardCharsets.UTF_8)).equals(signature)) {
      send(exchange, 403, "wrong signature");
    } else {
      send(exchange, 200, "deployed " + new String(body, StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
