package dev.countersign.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.countersign.runtime.value.Keys;
import org.junit.jupiter.api.Test;

/** Holds the lines between the packages: who may use what. */
class PackagesTest {
  private static final String RUNTIME = "dev.countersign.runtime";
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(RUNTIME);
  private static final DescribedPredicate<JavaClass> WORDS =
      belongToAnyOf(SecretName.class, Environment.class, EnvironmentType.class);

  @Test
  void age_knowsNothingOfSecrets() {
    onlyUses("age", resideInAPackage(RUNTIME + ".age"));
  }

  @Test
  void dotenv_knowsNamesOnly() {
    onlyUses("dotenv", WORDS.or(resideInAnyPackage(RUNTIME + ".dotenv", RUNTIME + ".resource")));
  }

  @Test
  void declarations_knowNoStoreAndNoValue() {
    onlyUses(
        "declaration",
        WORDS.or(
            resideInAnyPackage(RUNTIME + ".declaration", RUNTIME + ".json", RUNTIME + ".value")));
  }

  @Test
  void values_knowNothingOfSecrets() {
    onlyUses("value", resideInAPackage(RUNTIME + ".value"));
  }

  @Test
  void manifests_knowDeclarationsOnly() {
    onlyUses(
        "manifest",
        WORDS.or(
            resideInAnyPackage(
                RUNTIME + ".manifest", RUNTIME + ".declaration", RUNTIME + ".json")));
  }

  @Test
  void store_knowsNoManifest() {
    onlyUses(
        "store",
        WORDS.or(
            resideInAnyPackage(
                RUNTIME + ".store",
                RUNTIME + ".age",
                RUNTIME + ".declaration",
                RUNTIME + ".resource")));
  }

  @Test
  void bouncyCastle_isBehindAgeAndStore() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            RUNTIME + ".age", RUNTIME + ".store", RUNTIME + ".declaration", RUNTIME + ".value")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(OURS);
  }

  @Test
  void toml_isBehindDeclarations() {
    noClasses()
        .that()
        .resideOutsideOfPackage(RUNTIME + ".declaration")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.tomlj..")
        .check(OURS);
  }

  @Test
  void javaSecurityProviders_areUsedByKeysOnly() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Keys.class)
        .should()
        .dependOnClassesThat(
            resideInAPackage("javax.crypto..")
                .or(
                    DescribedPredicate.describe(
                        "look up a provider",
                        type ->
                            type.getName().equals("java.security.MessageDigest")
                                || type.getName().equals("java.security.KeyFactory"))))
        .check(OURS);
  }

  private static void onlyUses(String name, DescribedPredicate<JavaClass> allowed) {
    classes()
        .that()
        .resideInAPackage(RUNTIME + "." + name)
        .should()
        .onlyDependOnClassesThat(
            allowed.or(DescribedPredicate.not(resideInAPackage("dev.countersign.."))))
        .check(OURS);
  }
}
