package dev.countersign.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFiles;
import dev.countersign.runtime.store.StoreIndex;
import org.junit.jupiter.api.Test;

/** What the processor may know of the runtime: names, types and versions, and never a value. */
class ArchitectureTest {
  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countersign.processor");

  @Test
  void processor_usesNothingThatOpensOrHoldsAValue() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.countersign.runtime..", "org.bouncycastle..")
                .and(
                    not(
                        resideInAnyPackage(
                            "dev.countersign.runtime.declaration",
                            "dev.countersign.runtime.manifest")))
                .and(
                    not(
                        belongToAnyOf(
                            Damage.class,
                            DotenvFormatException.class,
                            Environment.class,
                            EnvironmentType.class,
                            OverrideNames.class,
                            Presence.class,
                            SecretName.class,
                            StoreDirectory.class,
                            StoreException.class,
                            StoreFiles.class,
                            StoreIndex.class))))
        .check(PROCESSOR);
  }

  @Test
  void processor_asksTheCompilerThroughTheStandardInterfaceOnly() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.sun..", "sun..", "jdk.."))
        .check(PROCESSOR);
  }

  @Test
  void processor_showsOneType() {
    classes()
        .that()
        .doNotBelongToAnyOf(SecretProcessor.class)
        .should()
        .notBePublic()
        .check(PROCESSOR);
  }

  @Test
  void processor_printsFromOnePlace() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Diagnostics.class, SecretProcessor.class)
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                    "printMessage")))
        .check(PROCESSOR);
  }
}
