package dev.countersign.cli;

import dev.countersign.runtime.declaration.SourceFile;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a file of the cache holds: a checksum of all else, the number of files that were read, three
 * lines for each, and the declarations as manifests have them.
 *
 * @param sources the files that were read
 * @param manifest the declarations; its id is the build that read them
 */
record DeclarationsCopy(List<SourceFile> sources, Manifest manifest) {
  private static final int CHECKSUM_LENGTH = 8;

  /** Returns the content of a file, or null where a path cannot be told in a line. */
  byte @Nullable [] encode() {
    StringBuilder text = new StringBuilder().append(sources.size()).append('\n');
    for (SourceFile source : sources) {
      text.append(source.directory()).append('\n');
      text.append(source.place()).append('\n');
      text.append(source.digest()).append('\n');
      if (source.directory().indexOf('\n') >= 0 || source.place().indexOf('\n') >= 0) {
        return null;
      }
    }
    byte[] body = text.append(manifest.toJson()).toString().getBytes(StandardCharsets.UTF_8);
    String whole = checksum(body, 0) + new String(body, StandardCharsets.UTF_8);
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the content of a file; returns null if it is not what was written. */
  static @Nullable DeclarationsCopy read(byte[] file) {
    if (file.length <= CHECKSUM_LENGTH) {
      return null;
    }
    String text = new String(file, StandardCharsets.UTF_8);
    try {
      return text.startsWith(checksum(file, CHECKSUM_LENGTH)) ? parse(text) : null;
    } catch (ManifestFormatException | IllegalArgumentException e) {
      return null;
    }
  }

  private static DeclarationsCopy parse(String text) throws ManifestFormatException {
    int start = CHECKSUM_LENGTH;
    int end = end(text, start);
    int count = Integer.parseInt(text.substring(start, end));
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int directory = end(text, end + 1);
      int place = end(text, directory + 1);
      int digest = end(text, place + 1);
      sources.add(
          new SourceFile(
              text.substring(end + 1, directory),
              text.substring(directory + 1, place),
              text.substring(place + 1, digest)));
      end = digest;
    }
    return new DeclarationsCopy(sources, Manifest.parse("cache", text.substring(end + 1)));
  }

  private static int end(String text, int start) {
    int end = text.indexOf('\n', start);
    if (end < 0) {
      throw new IllegalArgumentException("a line is missing");
    }
    return end;
  }

  /** Not a cryptographic one: it is for damage, and whoever writes there has the user's account. */
  private static String checksum(byte[] bytes, int start) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, start, bytes.length - start);
    String hex = Long.toHexString(checksum.getValue());
    return "0".repeat(CHECKSUM_LENGTH - hex.length()) + hex;
  }
}
