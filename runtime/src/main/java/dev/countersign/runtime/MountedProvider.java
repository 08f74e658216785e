package dev.countersign.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers from files that a platform mounts, each named as the secret or as one of its {@code env}
 * names. They are read when asked for, through their links.
 */
final class MountedProvider implements SecretProvider {
  static final String NAME = "mounted files";
  static final String PREFIX = "file:";
  static final int ORDINAL = 200;

  private final List<Path> directories;

  MountedProvider(List<Path> directories) {
    this.directories = List.copyOf(directories);
  }

  @Override
  public @Nullable SecretValue find(SecretRequest request) {
    for (Path file : files(request)) {
      byte[] value = new MountedFile(request.name(), file).read();
      if (value != null) {
        return SecretValue.opened(request.name(), PREFIX + file, value);
      }
    }
    return null;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int ordinal() {
    return ORDINAL;
  }

  @Override
  public List<String> sources(SecretRequest request) {
    List<String> sources = new ArrayList<>();
    for (Path file : files(request)) {
      sources.add(PREFIX + file);
    }
    return sources;
  }

  private List<Path> files(SecretRequest request) {
    List<Path> files = new ArrayList<>();
    for (Path directory : directories) {
      for (String name : request.names()) {
        files.add(directory.resolve(name));
      }
    }
    return files;
  }
}
