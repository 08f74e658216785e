package dev.countersign.runtime.age;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that opens one file and ends, for {@link ColdStartTest}. */
final class ColdOpening {
  private ColdOpening() {}

  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]));
    List<Identity> identities = Identities.parseFile(Files.readString(Path.of(arguments[1])));
    System.exit(Age.decrypt(Armor.decode(text), identities).length);
  }
}
