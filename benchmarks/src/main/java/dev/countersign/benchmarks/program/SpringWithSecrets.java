package dev.countersign.benchmarks.program;

import dev.countersign.runtime.Secrets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts Spring Boot as {@link Spring} does, and has its secrets from Countersign as a bean. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SpringWithSecrets {
  @Bean
  SampleSecrets secrets() {
    return Secrets.load().create(SampleSecrets.class);
  }

  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context = SpringApplication.run(SpringWithSecrets.class)) {
      Countersign.sum(context.getBean(SampleSecrets.class)).print();
    }
  }
}
