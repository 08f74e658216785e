package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link Modules} does with generated code, here written by hand in the same shape. */
class ModulesTest {
  static class Parent {
    String token;
  }

  static class Unannotated extends Parent {}

  static class Child extends Unannotated {
    static String shared;
    String key;
  }

  interface Set {
    String token();
  }

  static final class SetCreator implements Creator<Set> {
    @Override
    public Set create(Secrets secrets) {
      String token = Sites.text(secrets, "Token");
      return () -> token;
    }
  }

  static final class Module implements SecretModule {
    @Override
    public String id() {
      return "app";
    }

    @Override
    public boolean inject(Class<?> type, Object target, Secrets secrets) {
      if (type == Parent.class) {
        ((Parent) target).token = Sites.text(secrets, "Token");
      } else if (type == Child.class) {
        ((Child) target).key = Sites.text(secrets, "Key");
      }
      return type == Parent.class || type == Child.class;
    }

    @Override
    public boolean injectStatic(Class<?> type, Secrets secrets) {
      if (type == Child.class) {
        Child.shared = Sites.text(secrets, "Key");
      }
      return type == Child.class;
    }

    @Override
    public Creator<?> creator(String binaryName) {
      return binaryName.equals("dev.countersign.runtime.ModulesTest$Set") ? new SetCreator() : null;
    }
  }

  private final Modules modules = new Modules(List.of(new Module()));
  private final Secrets secrets =
      new Secrets(Resolver.of(Map.of("Token", "t", "Key", "k")), modules);

  @Test
  void inject_fillsTheClassAndItsParents_andSkipsThoseWithoutSites() {
    Child child = new Child();
    secrets.inject(child);
    assertEquals("t", child.token);
    assertEquals("k", child.key);
  }

  @Test
  void anonymousSubclass_isFilledThroughItsParent() {
    Parent anonymous = new Parent() {};
    secrets.inject(anonymous);
    assertEquals("t", anonymous.token);
  }

  @Test
  void injectClass_fillsStaticsOnly() {
    Child.shared = null;
    secrets.inject(new Child());
    assertNull(Child.shared);
    secrets.inject(Child.class);
    assertEquals("k", Child.shared);
  }

  @Test
  void injectClass_withoutAStaticSite_isRefused() {
    SecretsException thrown =
        assertThrows(SecretsException.class, () -> secrets.inject(Parent.class));
    assertEquals(Parent.class.getName() + " has no static @Secret field", thrown.getMessage());
  }

  @Test
  void create_givesWhatTheCreatorMakes() {
    assertEquals("t", secrets.create(Set.class).token());
  }

  @Test
  void missingSecret_comesOutOfInjectAsItIs() {
    Secrets empty = new Secrets(Resolver.of(Map.of()), modules);
    assertEquals(
        List.of("Token"),
        assertThrows(UnresolvedSecretException.class, () -> empty.inject(new Parent())).names());
  }

  @Test
  void find_seesNoModuleWhereNoneIsRegistered() {
    assertSame(0, Modules.find().all().size());
  }
}
