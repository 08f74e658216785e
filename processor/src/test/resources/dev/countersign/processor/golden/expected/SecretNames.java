package com.acme;

import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * The names of the secrets that secrets.toml declares, each spelt as the secret is.
 */
@Generated("dev.countersign.processor.SecretProcessor")
public final class SecretNames {
  /**
   * Where errors are reported
   */
  public static final String Dsn = "Dsn";

  public static final String Key = "Key";

  public static final String Mode = "Mode";

  public static final String Port = "Port";

  public static final String Token = "Token";

  private SecretNames() {
  }
}
