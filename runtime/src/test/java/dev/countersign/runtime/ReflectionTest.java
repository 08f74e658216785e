package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who looks at classes while a program runs: nobody on the way from a source to a site. */
class ReflectionTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countersign");

  /**
   * The services of a plain class path, made as {@link java.util.ServiceLoader} makes them; and
   * what finds words for a program that is not in order, or checks one that is.
   */
  private static final Set<String> EXPECTED =
      Set.of(
          "Services.make",
          "SiteTypes.enumOf",
          "Modules.hasSites",
          "Uncreatable.hasFactory",
          "Uncreatable.takesSecrets");

  @Test
  void reflection_isForServicesChecksAndMessagesOnly() {
    assertEquals(new TreeSet<>(EXPECTED), callers(ReflectionTest::isReflection));
  }

  @Test
  void handles_areLookedUpInOnePlace() {
    assertEquals(
        Set.of("Handles.find", "Handles.findStatic"),
        callers(call -> call.getTargetOwner().getName().startsWith("java.lang.invoke.MethodH")));
  }

  private static Set<String> callers(Predicate<JavaCall<?>> calls) {
    Set<String> callers = new TreeSet<>();
    for (JavaClass each : OURS) {
      each.getCodeUnitCallsFromSelf().stream()
          .filter(calls)
          .forEach(call -> callers.add(each.getSimpleName() + "." + call.getOrigin().getName()));
    }
    return callers;
  }

  private static boolean isReflection(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    String name = call.getTarget().getName();
    return owner.getPackageName().equals("java.lang.reflect")
        || (owner.isEquivalentTo(Class.class)
            && (name.equals("forName") || name.matches("get.*(Field|Method|Constructor)s?")))
        || (owner.isAssignableTo(ClassLoader.class) && name.equals("loadClass"));
  }
}
