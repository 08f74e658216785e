package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * One file of the age test kit: lines {@code name: value}, an empty line, and an age file, which is
 * deflated where {@code compressed: zlib} says so.
 */
final class Vector {
  private final String name;
  private final Map<String, List<String>> fields = new HashMap<>();
  private final byte[] file;

  private Vector(String name, byte[] bytes) throws IOException {
    this.name = name;
    int start = readFields(bytes);
    byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
    file = fields.containsKey("compressed") ? inflate(rest) : rest;
  }

  static Vector read(Path path) throws IOException {
    return new Vector(path.getFileName().toString(), Files.readAllBytes(path));
  }

  private int readFields(byte[] bytes) {
    int start = 0;
    while (bytes[start] != '\n') {
      int stop = start;
      while (bytes[stop] != '\n') {
        stop++;
      }
      String[] field = new String(bytes, start, stop - start, ISO_8859_1).split(": ", 2);
      fields.computeIfAbsent(field[0], key -> new ArrayList<>()).add(field[1]);
      start = stop + 1;
    }
    return start + 1;
  }

  private static byte[] inflate(byte[] deflated) throws IOException {
    return new InflaterInputStream(new ByteArrayInputStream(deflated)).readAllBytes();
  }

  String name() {
    return name;
  }

  /** What the test kit demands: "success", "no match", "header failure" and so on. */
  String expect() {
    return field("expect");
  }

  /** The SHA-256 of the plaintext, or of as much of it as can be had. */
  String payload() {
    return field("payload");
  }

  boolean isArmored() {
    return fields.containsKey("armored");
  }

  byte[] file() {
    return file;
  }

  String text() {
    return new String(file, ISO_8859_1);
  }

  byte[] decrypt() throws AgeFormatException, WrongIdentityException {
    byte[] binary = isArmored() ? Armor.decode(text()) : file;
    if (fields.containsKey("passphrase")) {
      return Age.decrypt(binary, field("passphrase").toCharArray());
    }
    List<Identity> identities = new ArrayList<>();
    for (String identity : fields.getOrDefault("identity", List.of())) {
      identities.add(Identities.parse(identity));
    }
    return Age.decrypt(binary, identities);
  }

  private String field(String key) {
    return fields.getOrDefault(key, List.of("")).get(0);
  }
}
