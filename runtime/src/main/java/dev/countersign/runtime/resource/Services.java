package dev.countersign.runtime.resource;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the providers of a service, as {@link ServiceLoader} does. */
public final class Services {
  private static final int LIMIT = 1 << 20;

  private Services() {}

  /** Returns the class loader that the thread sees, or else this library's own. */
  public static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? Services.class.getClassLoader() : context;
  }

  /**
   * Makes one of each provider that a class loader holds.
   *
   * @throws ServiceConfigurationError if one of them is not there, or is none
   */
  public static <T> List<T> load(Class<T> service, ClassLoader loader) {
    if (ClassPath.of(loader) != null) {
      return make(service, names(service, loader), loader);
    }
    List<T> providers = new ArrayList<>();
    for (T provider : ServiceLoader.load(service, loader)) {
      providers.add(provider);
    }
    return providers;
  }

  static <T> List<T> make(Class<T> service, Set<String> names, ClassLoader loader) {
    List<T> providers = new ArrayList<>(names.size());
    for (String name : names) {
      providers.add(make(service, name, loader));
    }
    return providers;
  }

  private static Set<String> names(Class<?> service, ClassLoader loader) {
    Set<String> names = new LinkedHashSet<>();
    try {
      for (URL place : Resources.find(loader, "META-INF/services/" + service.getName())) {
        addNames(new String(Resources.read(place, LIMIT), StandardCharsets.UTF_8), names);
      }
      return names;
    } catch (IOException e) {
      throw new ServiceConfigurationError(service.getName() + ": " + e.getMessage(), e);
    }
  }

  private static void addNames(String text, Set<String> names) {
    int start = 0;
    while (start < text.length()) {
      int next = text.indexOf('\n', start);
      String line = text.substring(start, next < 0 ? text.length() : next);
      int comment = line.indexOf('#');
      String name = (comment < 0 ? line : line.substring(0, comment)).trim();
      if (!name.isEmpty()) {
        names.add(name);
      }
      start += line.length() + 1;
    }
  }

  private static <T> T make(Class<T> service, String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return service.cast(type.getConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      throw fault(service, name, "not found", e);
    } catch (ClassCastException e) {
      throw fault(service, name, "not a subtype", e);
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      throw fault(service, name, "could not be instantiated", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw fault(service, name, "could not be instantiated", e);
    }
  }

  private static ServiceConfigurationError fault(
      Class<?> service, String name, String what, @Nullable Throwable cause) {
    return new ServiceConfigurationError(
        service.getName() + ": Provider " + name + " " + what, cause);
  }
}
