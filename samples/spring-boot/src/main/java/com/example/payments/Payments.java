package com.example.payments;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes one payment, sends a receipt, and ends. */
@SpringBootApplication
class Payments {
  public static void main(String[] arguments) {
    SpringApplication.run(Payments.class, arguments);
  }
}
