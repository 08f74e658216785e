package dev.countersign.benchmarks.start;

import java.util.List;

/** A program that reads twenty secrets, and what it must find. */
enum Program {
  FLOOR("floor: Properties, getenv", "Floor", Setting.PROPERTIES),
  VARIABLES("Countersign, variables", "Countersign", Setting.VARIABLES, Jars.OURS),
  OVERRIDES("Countersign, .secrets.local", "Countersign", Setting.OVERRIDES, Jars.OURS),
  STORE("Countersign, sealed store", "Countersign", Setting.STORE, Jars.OURS),
  DOTENV("dotenv-java", "DotenvJava", Setting.DOTENV, "dotenv-java"),
  AVAJE("avaje-config", "Avaje", Setting.PROPERTIES, "avaje-"),
  SMALLRYE("SmallRye Config", "SmallRye", Setting.MICROPROFILE, Jars.SMALLRYE),
  JASYPT("Jasypt, 20 encrypted", "Jasypt", Setting.ENCRYPTED, "jasypt"),
  MICRONAUT("Micronaut", "Micronaut", Setting.PROPERTIES, Jars.MICRONAUT),
  SPRING("Spring Boot", "Spring", Setting.PROPERTIES, Jars.SPRING),
  SPRING_STORE(
      "Spring Boot, sealed store", "SpringWithSecrets", Setting.STORE, Jars.SPRING, Jars.OURS);

  private static final String PACKAGE = "dev.countersign.benchmarks.program.";

  final String title;
  final String mainClass;
  final Setting setting;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> jars;

  Program(String title, String mainClass, Setting setting, String... jars) {
    this.title = title;
    this.mainClass = PACKAGE + mainClass;
    this.setting = setting;
    this.jars = List.of(String.join(" ", jars).split(" "));
  }

  /** Says whether a jar of this name is on the program's class path. */
  boolean needs(String jar) {
    return jars.stream().anyMatch(each -> !each.isEmpty() && jar.startsWith(each));
  }

  /** How the names of jars begin. */
  private static final class Jars {
    static final String OURS = "countersign-runtime countersign-annotations";
    static final String SMALLRYE =
        "smallrye- microprofile-config- jboss-logging- jakarta.annotation- asm-9";
    static final String MICRONAUT =
        "micronaut-inject-4 micronaut-core-4 micronaut-core-reactive reactive-streams slf4j-api"
            + " jakarta. jspecify snakeyaml";
    static final String SPRING =
        "spring- micrometer- commons-logging logback- slf4j-api jul-to-slf4j log4j- snakeyaml"
            + " jakarta.annotation- jspecify";
  }
}
