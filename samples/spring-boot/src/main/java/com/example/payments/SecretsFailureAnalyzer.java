package com.example.payments;

import dev.countersign.runtime.SecretsException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is missing and what mends it instead of a stack trace; named in spring.factories. */
final class SecretsFailureAnalyzer extends AbstractFailureAnalyzer<SecretsException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, SecretsException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
