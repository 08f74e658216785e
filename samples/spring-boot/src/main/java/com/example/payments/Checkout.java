package com.example.payments;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Gets the set into its constructor, as it gets any other bean. */
@Component
class Checkout implements ApplicationRunner {
  private final PaymentSecrets secrets;
  private final Receipts receipts;

  Checkout(PaymentSecrets secrets, Receipts receipts) {
    this.secrets = secrets;
    this.receipts = receipts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    System.out.println(
        "paid with " + secrets.stripeKey() + " from " + secrets.stripeKey().source());
    System.out.println("database is " + secrets.databaseUrl().source());
    System.out.println("errors are reported: " + secrets.sentryDsn().isPresent());
    receipts.send();
  }
}
