package dev.countersign.processor;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The rules, for what a processor does not see: bodies of methods, and the classes within them. For
 * the compiler plugin, which finds what is to be checked.
 *
 * <p>Knows the project that the processor of the same compilation read; where none runs, it reads
 * one of its own, once.
 */
public final class SourceChecks {
  private final PluginOptions options;
  private final Handover handover;
  private final Supplier<Optional<Path>> start;
  private @Nullable NameChecks names;
  private boolean reportedOptions;

  /**
   * Prepares the rules, before the compiler runs processors.
   *
   * @param arguments those of the plugin
   * @param start where to look for declarations from, if no processor runs and no argument says
   */
  public SourceChecks(
      Elements compilation, List<String> arguments, Supplier<Optional<Path>> start) {
    this.options = new PluginOptions(arguments);
    this.handover = Handover.await(compilation);
    this.start = start;
  }

  /** Returns the name in the {@code @Secret} of an element, or empty if it has none. */
  public static Optional<String> nameOn(Element element) {
    return SecretMirror.of(element).filter(SecretMirror::isResolved).map(SecretMirror::name);
  }

  /** Reports what is wrong with the plugin's arguments, once. */
  public void reportOptions(Place first) {
    if (!reportedOptions) {
      reportedOptions = true;
      options.problems().forEach(first::report);
    }
  }

  /** Checks a name that a call gives. */
  public void checkCall(Place place, String name, boolean mayBeAbsent) {
    names().checkCall(place, name, mayBeAbsent);
  }

  /** Checks an annotation that no processor sees, and reports that nothing is injected there. */
  public void checkUnseen(Place place, Element site, String what) {
    SecretMirror.of(site)
        .filter(SecretMirror::isResolved)
        .ifPresent(secret -> names().checkUnseen(place, site, secret, what));
  }

  /** Reports a value that is written in the source. */
  public void reportHardcoded(Place place, String name) {
    String declared = SecretName.isValid(name) ? name : "NAME";
    Report report =
        Report.of(Code.HARDCODED_SECRET, place.site(), "a value of " + name + " is in the source")
            .fix(
                "remove it, and: secret set --type local %s; in a test: Secrets.of(Map.of(\"%s\", …))"
                    .formatted(declared, declared));
    report(place, report, options.hardcoded());
  }

  /** Reports a plaintext that goes where people can read it. */
  public void reportLeak(Place place, Disclosure disclosure) {
    report(place, disclosure.leak(place), options.leak());
  }

  /** Reports a text that holds a plaintext, and is not seen to go where people can read it. */
  public void reportConcatenation(Place place, Disclosure disclosure) {
    report(place, disclosure.concatenation(place), options.concatenation());
  }

  /** Reports a fault of ours. */
  public static void reportFault(Messager messager, Throwable fault) {
    messager.printMessage(Diagnostic.Kind.ERROR, Fault.of("the plugin", fault));
  }

  private static void report(Place place, Report report, Policy policy) {
    policy.severity().map(report::as).ifPresent(place::report);
  }

  private NameChecks names() {
    if (names == null) {
      Handover.Shared shared = handover.received().orElseGet(this::readAlone);
      names = new NameChecks(shared.options(), shared.project());
    }
    return names;
  }

  private Handover.Shared readAlone() {
    Options alone = options.project();
    return new Handover.Shared(alone, new ProjectReader(alone, start));
  }
}
