package dev.countersign.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The handles through which generated code fills what it may not assign: private fields, and the
 * fields of private classes. Each is found when it is first used, and kept.
 *
 * <p>Finds what is in the package of the generated class, whose lookup it has. Two threads may find
 * the same handle; that does no harm.
 */
public final class Handles {
  private final MethodHandles.Lookup lookup;
  private final @Nullable VarHandle[] found;

  /**
   * Begins without a handle.
   *
   * @param lookup that of the generated class
   * @param size how many handles there are
   */
  public Handles(MethodHandles.Lookup lookup, int size) {
    this.lookup = lookup;
    this.found = new VarHandle[size];
  }

  /**
   * Returns the handle of an instance field.
   *
   * @param index its place among the handles
   * @throws SecretsException if the field cannot be reached: the generated class is older
   */
  public VarHandle field(int index, Class<?> owner, String field, Class<?> type) {
    VarHandle known = found[index];
    return known == null ? keep(index, find(owner, field, type)) : known;
  }

  /** Returns the handle of an instance field of a class that can only be named by a text. */
  public VarHandle field(int index, String owner, String field, Class<?> type) {
    VarHandle known = found[index];
    return known == null ? keep(index, find(find(owner), field, type)) : known;
  }

  /** Returns the handle of a static field. */
  public VarHandle staticField(int index, Class<?> owner, String field, Class<?> type) {
    VarHandle known = found[index];
    return known == null ? keep(index, findStatic(owner, field, type)) : known;
  }

  /** Returns the handle of a static field of a class that can only be named by a text. */
  public VarHandle staticField(int index, String owner, String field, Class<?> type) {
    VarHandle known = found[index];
    return known == null ? keep(index, findStatic(find(owner), field, type)) : known;
  }

  private VarHandle keep(int index, VarHandle handle) {
    found[index] = handle;
    return handle;
  }

  private VarHandle find(Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw unreachable(owner.getName() + "." + field, e);
    }
  }

  private VarHandle findStatic(Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findStaticVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw unreachable(owner.getName() + "." + field, e);
    }
  }

  private Class<?> find(String owner) {
    try {
      return lookup.findClass(owner);
    } catch (ReflectiveOperationException e) {
      throw unreachable(owner, e);
    }
  }

  private static SecretsException unreachable(String what, ReflectiveOperationException e) {
    return new SecretsException(what + " cannot be reached by its injector: recompile it", e);
  }
}
