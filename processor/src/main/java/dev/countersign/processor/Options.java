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

/** What a build sets with {@code -Acountersign.…}; a bad value is a problem, and the default. */
final class Options {
  static final String ROOT = "countersign.root";
  static final String CHECK = "countersign.check";
  static final String MISSING = "countersign.missing";

  private final List<Report> problems = new ArrayList<>();
  private final Optional<Path> root;
  private final Set<EnvironmentType> check;
  private final MissingPolicy missing;

  Options(Map<String, String> options) {
    root = text(options, ROOT).flatMap(this::readRoot);
    check = readTypes(text(options, CHECK).orElse(EnvironmentType.LOCAL.id()));
    missing = readMissing(text(options, MISSING).orElse("warning"));
  }

  /** Returns the directory that was named as the project's root. */
  Optional<Path> root() {
    return root;
  }

  /** Returns the environment types whose values must exist. */
  Set<EnvironmentType> check() {
    return check;
  }

  MissingPolicy missing() {
    return missing;
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

  private MissingPolicy readMissing(String text) {
    Optional<MissingPolicy> policy = MissingPolicy.find(text);
    if (policy.isEmpty()) {
      refuse(MISSING, text, "write " + MissingPolicy.ALLOWED);
    }
    return policy.orElse(MissingPolicy.WARNING);
  }

  private <T> Optional<T> refuse(String option, String text, String fix) {
    String fact = "-A" + option + "=" + text + " is not understood";
    problems.add(Report.of(Code.INVALID_OPTION, null, fact).fix(fix));
    return Optional.empty();
  }

  private static String allowedTypes() {
    return Arrays.stream(EnvironmentType.values())
        .map(EnvironmentType::id)
        .collect(Collectors.joining(", "));
  }
}
