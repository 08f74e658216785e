package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks every provider for one secret, also those that no longer count, and takes notes. */
final class Explainer {
  private final Declaration declaration;
  private final SecretRequest request;
  private final List<String> steps = new ArrayList<>();
  private @Nullable String source;
  private @Nullable String stop;

  Explainer(Declaration declaration, SecretRequest request) {
    this.declaration = declaration;
    this.request = request;
  }

  Explanation explain(List<SecretProvider> providers) {
    for (SecretProvider provider : providers) {
      steps.add(provider.ordinal() + " " + provider.name() + ": " + step(provider));
    }
    return new Explanation(request.name(), request.environment(), source, verdict(), steps);
  }

  private String step(SecretProvider provider) {
    if (provider instanceof SkippedProvider skipped) {
      return "not asked, " + skipped.reason();
    }
    if (stop != null) {
      return "not asked, as " + stop + " stops";
    }
    try {
      return answer(provider);
    } catch (SecretsException e) {
      return failure(provider, e);
    }
  }

  private String answer(SecretProvider provider) {
    SecretValue value = provider.find(request);
    if (value == null) {
      return "none at " + String.join(", ", provider.sources(request));
    }
    value.close();
    if (source != null) {
      return "has " + value.source() + ", which comes too late";
    }
    source = value.source();
    return "has " + source + ", which counts";
  }

  private String failure(SecretProvider provider, SecretsException e) {
    if (source != null) {
      return "cannot be used, and is not needed";
    }
    stop = provider.name();
    return String.valueOf(e.getMessage()).replace("\n", "\n    ");
  }

  private String verdict() {
    String where = request.name() + " in " + request.environment();
    if (source != null) {
      return where + " comes from " + source;
    }
    if (stop != null) {
      return where + " cannot be had: " + stop + " stops";
    }
    return where + (isNeeded() ? " is missing" : " has no value, and needs none");
  }

  private boolean isNeeded() {
    return declaration.neededIn(request.environment().type());
  }
}
