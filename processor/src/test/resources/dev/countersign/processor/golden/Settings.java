package com.acme;

import dev.countersign.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

class Settings {
  enum Mode {
    TEST,
    LIVE
  }

  @Secret("Port")
  int port;

  @Secret("Port")
  private long hiddenPort;

  @Secret("Mode")
  Mode mode;

  @Secret("Dsn")
  Supplier<Optional<URI>> dsn;
}
