package dev.countersign.benchmarks.program;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads {@code application.properties} with Spring Boot. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Spring {
  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context = SpringApplication.run(Spring.class)) {
      Checksum checksum = new Checksum();
      for (int i = 0; i < Checksum.SECRETS; i++) {
        checksum.add(context.getEnvironment().getRequiredProperty(Checksum.key(i)));
      }
      checksum.print();
    }
  }
}
