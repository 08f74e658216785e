package com.example.payments;

/** A service as many are: its secrets are variables, and nobody knows which until it fails. */
public class Payments {
  private final String stripeKey = System.getenv("STRIPE_KEY");
  private final String databaseUrl = System.getenv("DATABASE_URL");

  public static void main(String[] arguments) {
    new Payments().run();
  }

  private void run() {
    System.out.println("paying with a key of " + stripeKey.length() + " characters");
    System.out.println("storing at " + databaseUrl);
  }
}
