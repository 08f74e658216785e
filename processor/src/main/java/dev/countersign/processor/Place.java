package dev.countersign.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;

/**
 * A place in a method's body, for messages.
 *
 * @param owner the nearest class with a name
 * @param member the place within it: {@code deploy(what)}, {@code token}, {@code (key)} for a
 *     constructor; empty for the class itself
 * @param messager prints at the place, whatever element it is given
 */
public record Place(TypeElement owner, String member, Messager messager) {

  Site site() {
    return Site.of(owner, member, owner);
  }

  void report(Report report) {
    new Diagnostics(messager).report(report);
  }
}
