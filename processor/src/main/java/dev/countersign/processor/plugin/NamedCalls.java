package dev.countersign.processor.plugin;

import com.sun.source.tree.MethodInvocationTree;

/** Tells the methods of {@code Secrets} that take the name of a secret first. */
final class NamedCalls {
  private NamedCalls() {}

  /** Says whether a call names a declared secret; {@code Secrets.of(…)} has names of its own. */
  static boolean isOne(Call call) {
    return RuntimeNames.is("Secrets", call.ownerName())
        && !call.isStatic()
        && !call.arguments().isEmpty()
        && takesTextFirst(call)
        && !isOnMap(call);
  }

  static boolean mayBeAbsent(Call call) {
    return !call.name().equals("get");
  }

  private static boolean takesTextFirst(Call call) {
    return !call.method().getParameters().isEmpty()
        && call.method().getParameters().get(0).asType().toString().endsWith("String");
  }

  private static boolean isOnMap(Call call) {
    return call.receiver() instanceof MethodInvocationTree made
        && made.getMethodSelect().toString().endsWith("Secrets.of");
  }
}
