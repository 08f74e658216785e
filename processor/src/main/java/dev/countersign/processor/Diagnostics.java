package dev.countersign.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import org.jspecify.annotations.Nullable;

/** The one place that prints. Says the same thing about the same place once. */
final class Diagnostics {
  private final Messager messager;
  private final Set<Printed> printed = new HashSet<>();
  private boolean hasErrors;

  Diagnostics(Messager messager) {
    this.messager = messager;
  }

  void report(Report report) {
    hasErrors |= report.isError();
    Site site = report.site();
    if (printed.add(new Printed(report.message(), site == null ? null : site.element()))) {
      print(report);
    }
  }

  /** Reports what is mended in a module-info, and shows its first line. */
  void report(Report report, ModuleElement module) {
    hasErrors |= report.isError();
    if (printed.add(new Printed(report.message(), module))) {
      messager.printMessage(report.severity(), report.message(), module);
    }
  }

  boolean hasErrors() {
    return hasErrors;
  }

  private void print(Report report) {
    Site site = report.site();
    if (site == null) {
      messager.printMessage(report.severity(), report.message());
    } else if (site.mirror() == null) {
      messager.printMessage(report.severity(), report.message(), site.element());
    } else {
      messager.printMessage(
          report.severity(), report.message(), site.element(), site.mirror(), site.value());
    }
  }

  private record Printed(String message, @Nullable Element element) {}
}
