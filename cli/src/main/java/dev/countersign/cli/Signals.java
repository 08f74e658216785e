package dev.countersign.cli;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signals that are meant for the command we run rather than for us: {@code TERM}, {@code HUP} and
 * {@code INT}. What a terminal sends, it sends to both, so that is not handed on.
 *
 * <p>Java has no other way to them than a class of its module {@code jdk.unsupported}, found by
 * name here because the compiler would warn of it. What cannot be caught stays as it is, a hangup
 * that {@code nohup} told us to ignore too.
 */
final class Signals implements InvocationHandler {
  private static final String INTERRUPT = "INT";
  private static final int GROUP = 2; // places in Linux's stat, behind the name of the program
  private static final int FOREGROUND = 5;

  private final Context context;
  private final List<String> early = new ArrayList<>();
  private @Nullable Process process;

  private Signals(Context context) {
    this.context = context;
  }

  /** Catches signals, and holds them until there is a process to hand them to. */
  static Signals held(Context context) {
    Signals signals = new Signals(context);
    for (String name : new String[] {"TERM", "HUP", INTERRUPT}) {
      signals.hold(name);
    }
    return signals;
  }

  private void hold(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, this);
      Object caught = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, caught, proxy);
    } catch (ReflectiveOperationException e) {
      // this system has no such signal, or this Java keeps it to itself
    }
  }

  /** Hands over what came meanwhile, and from now on whatever comes. */
  synchronized void handTo(Process started) {
    process = started;
    for (String name : early) {
      send(name, started);
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws ReflectiveOperationException {
    if (method.getName().equals("handle") && arguments != null) {
      Object name = arguments[0].getClass().getMethod("getName").invoke(arguments[0]);
      caught(String.valueOf(name));
      return null;
    }
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "Signals";
    };
  }

  private synchronized void caught(String name) {
    if (name.equals(INTERRUPT) && isFromTerminal()) {
      return;
    }
    if (process == null) {
      early.add(name);
    } else {
      send(name, process);
    }
  }

  /** Says whether a terminal has this process and its children in the foreground. */
  private boolean isFromTerminal() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[GROUP].equals(fields[FOREGROUND]);
    } catch (IOException e) {
      return context.terminal().isInput() || context.terminal().isOutput();
    }
  }

  private static void send(String name, Process process) {
    if (name.equals("TERM")) {
      process.destroy();
      return;
    }
    String pid = Long.toString(process.pid());
    try {
      new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", name, pid).start();
    } catch (IOException e) {
      process.destroy(); // a system without a shell: the next best
    }
  }
}
