package dev.countersign.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A build file as a text, its comments left out. It is not run: what a parent or a plugin from
 * elsewhere adds is not seen.
 */
final class BuildFile {
  static final List<String> NAMES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

  private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern CODE_COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<!:)//[^\n]*", Pattern.DOTALL);
  private static final Pattern PATHS =
      Pattern.compile("<annotationProcessorPaths\\b.*?</annotationProcessorPaths>", Pattern.DOTALL);
  private static final Pattern PROCESSOR =
      Pattern.compile("countersign[-.]?processor", Pattern.CASE_INSENSITIVE);
  private static final Pattern GRADLE =
      Pattern.compile(
          "(annotationProcessor|kapt)\\b[^\n]*countersign[-.]?processor", Pattern.CASE_INSENSITIVE);

  private final Path path;
  private final String text;

  BuildFile(Path path) throws IOException {
    this.path = path;
    String read = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    this.text = (isMaven() ? XML_COMMENT : CODE_COMMENT).matcher(read).replaceAll("");
  }

  boolean isMaven() {
    return path.endsWith("pom.xml");
  }

  Path path() {
    return path;
  }

  /** Says whether it has the processor where processors are listed. */
  boolean runsProcessor() {
    return isMaven()
        ? PATHS.matcher(text).results().anyMatch(match -> names(match.group()))
        : GRADLE.matcher(text).find();
  }

  /** Says whether it has the processor anywhere, as among the dependencies. */
  boolean namesProcessor() {
    return names(text);
  }

  /** Says whether it lists processors, which switches off those that it does not. */
  boolean listsProcessors() {
    return isMaven() && PATHS.matcher(text).find();
  }

  private static boolean names(String part) {
    return PROCESSOR.matcher(part).find();
  }
}
