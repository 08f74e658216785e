package dev.countersign.processor;

import dev.countersign.runtime.EnvironmentType;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a build sets for the whole project: with {@code -Acountersign.…}, or in arguments of the
 * plugin. A bad value is a problem, and the default.
 */
final class Options {
  static final String ROOT = "countersign.root";
  static final String CHECK = "countersign.check";
  static final String MISSING = "countersign.missing";
  static final String NAMES = "countersign.names";

  private static final String PREFIX = "countersign.";
  private static final String PROCESSOR = "-A" + PREFIX;

  private final String spelling;
  private final List<Report> problems = new ArrayList<>();
  private final Optional<Path> root;
  private final Set<EnvironmentType> check;
  private final Policy missing;
  private final boolean asksForNames;
  private final Optional<String> names;

  /** Reads the options of a processor. */
  Options(Map<String, String> options) {
    this(PROCESSOR, options);
  }

  /**
   * Reads options.
   *
   * @param spelling what users write before the name of an option
   */
  Options(String spelling, Map<String, String> options) {
    this.spelling = spelling;
    root = text(options, ROOT).flatMap(this::readRoot);
    check = readTypes(text(options, CHECK).orElse(EnvironmentType.LOCAL.id()));
    missing = readMissing(text(options, MISSING).orElse("warning"));
    asksForNames = options.containsKey(NAMES);
    names = text(options, NAMES).flatMap(this::readNames);
  }

  /** Returns the directory that was named as the project's root. */
  Optional<Path> root() {
    return root;
  }

  /** Returns the environment types whose values must exist. */
  Set<EnvironmentType> check() {
    return check;
  }

  Policy missing() {
    return missing;
  }

  /** Returns how users write an option: {@code -Acountersign.root=DIR}. */
  String spell(String option, String text) {
    return spelling + shortName(option) + "=" + text;
  }

  /** Returns the name of an option without what tells it from other processors' options. */
  static String shortName(String option) {
    return option.substring(PREFIX.length());
  }

  static Report notUnderstood(String option, String fix) {
    return Report.of(Code.INVALID_OPTION, null, option + " is not understood").fix(fix);
  }

  /** Says whether constants are asked for, well or badly. */
  boolean asksForNames() {
    return asksForNames;
  }

  /** Returns the class whose constants are the names of the secrets. */
  Optional<String> names() {
    return names;
  }

  /** Returns what is wrong with the options; each names the values it could have. */
  List<Report> problems() {
    return List.copyOf(problems);
  }

  /** Returns what an option is set to; compilers give null for nothing after the equals sign. */
  private static Optional<String> text(Map<String, String> options, String name) {
    return options.containsKey(name)
        ? Optional.of(Objects.requireNonNullElse(options.get(name), ""))
        : Optional.empty();
  }

  private Optional<Path> readRoot(String text) {
    try {
      Path path = Path.of(text).toAbsolutePath().normalize();
      if (!text.isBlank() && Files.isDirectory(path)) {
        return Optional.of(path);
      }
    } catch (InvalidPathException e) {
      // reported below, as a directory that is not there is
    }
    return refuse(ROOT, text, "name the directory that holds secrets.toml");
  }

  private Set<EnvironmentType> readTypes(String text) {
    Set<EnvironmentType> types = EnumSet.noneOf(EnvironmentType.class);
    for (String part : text.split(",", -1)) {
      EnvironmentType type = EnvironmentType.find(part.trim());
      if (type == null) {
        refuse(CHECK, text, "name some of " + allowedTypes() + ", separated by commas");
        return EnumSet.of(EnvironmentType.LOCAL);
      }
      types.add(type);
    }
    return types;
  }

  private Policy readMissing(String text) {
    Optional<Policy> policy = Policy.find(text);
    if (policy.isEmpty()) {
      refuse(MISSING, text, "write " + Policy.ALLOWED);
    }
    return policy.orElse(Policy.WARNING);
  }

  private Optional<String> readNames(String text) {
    return SourceVersion.isName(text)
        ? Optional.of(text)
        : refuse(NAMES, text, "name a class, such as com.example.SecretNames");
  }

  private <T> Optional<T> refuse(String option, String text, String fix) {
    problems.add(notUnderstood(spell(option, text), fix));
    return Optional.empty();
  }

  private static String allowedTypes() {
    return Arrays.stream(EnvironmentType.values())
        .map(EnvironmentType::id)
        .collect(Collectors.joining(", "));
  }
}
