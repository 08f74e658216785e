package dev.countersign.cli.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A class file with an annotation on members of it.
 *
 * @param name the class, with dots: {@code com.acme.Outer$Inner}
 * @param isLocal whether it is declared in the body of a method
 * @param sites the members that have the annotation, each once
 */
public record AnnotatedClass(String name, boolean isLocal, List<Site> sites) {

  /**
   * A member with the annotation.
   *
   * @param member {@code token}, {@code token()}, or {@code (parameter 1)} of a constructor
   * @param value the text of the annotation's {@code value}; empty if it has none
   */
  public record Site(String member, String value) {}

  /** Copies what it is given. */
  public AnnotatedClass {
    sites = List.copyOf(sites);
  }

  /** Looks for classes that may have an annotation, by its descriptor in their constants. */
  public static final class Search {
    private final byte[] descriptor;
    private final int[] skips = new int[256];

    /**
     * Prepares a search.
     *
     * @param annotation the full name of the annotation
     */
    public Search(String annotation) {
      String text = "L" + annotation.replace('.', '/') + ";";
      descriptor = text.getBytes(StandardCharsets.UTF_8);
      Arrays.fill(skips, descriptor.length);
      for (int i = 0; i < descriptor.length - 1; i++) {
        skips[descriptor[i] & 0xFF] = descriptor.length - 1 - i;
      }
    }

    /** Says whether a class file has the descriptor in it: few that have not the annotation do. */
    public boolean mayFind(byte[] classFile, int length) {
      int last = descriptor.length - 1;
      int at = last;
      while (at < length) {
        int i = last;
        int from = at;
        while (classFile[from] == descriptor[i]) {
          if (i == 0) {
            return true;
          }
          i--;
          from--;
        }
        at += skips[classFile[at] & 0xFF];
      }
      return false;
    }

    /** Returns the members with the annotation; none if this is no class file. */
    public AnnotatedClass find(byte[] classFile, int length) {
      try {
        return new ClassFileParser(classFile, length, descriptor).parse();
      } catch (IndexOutOfBoundsException | StackOverflowError e) {
        return new AnnotatedClass("", false, new ArrayList<>()); // no class file
      }
    }
  }
}
