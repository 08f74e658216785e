package dev.countersign.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.countersign.processor.plugin.CountersignPlugin;
import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.PackedLayout;
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

  private static final String PLUGIN = "dev.countersign.processor.plugin";

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
                            "dev.countersign.runtime.json",
                            "dev.countersign.runtime.manifest")))
                .and(
                    not(
                        belongToAnyOf(
                            Damage.class,
                            DotenvFormatException.class,
                            Environment.class,
                            EnvironmentType.class,
                            OverrideNames.class,
                            PackedLayout.class,
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
        .that()
        .resideOutsideOfPackage(PLUGIN)
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.sun..", "sun..", "jdk..", PLUGIN))
        .check(PROCESSOR);
  }

  @Test
  void plugin_asksTheCompilerThroughWhatEveryJdkExports() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.sun..", "sun..", "jdk..")
                .and(not(resideInAnyPackage("com.sun.source.."))))
        .check(PROCESSOR);
  }

  @Test
  void jar_showsTheProcessorAndThePluginAndWhatIsBetweenThem() {
    classes()
        .that()
        .doNotBelongToAnyOf(
            SecretProcessor.class,
            CountersignPlugin.class,
            SourceChecks.class,
            Place.class,
            Disclosure.class)
        .should()
        .notBePublic()
        .check(PROCESSOR);
  }

  @Test
  void processor_printsFromOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(PLUGIN)
        .and()
        .doNotBelongToAnyOf(Diagnostics.class, SecretProcessor.class, SourceChecks.class)
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                    "printMessage")))
        .check(PROCESSOR);
  }
}
