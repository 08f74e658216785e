package dev.countersign.cli.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads as much of a class file as it takes to find the members with an annotation, which costs a
 * library of ten times its size nothing. Running out of bytes is an IndexOutOfBoundsException.
 */
final class ClassFileParser {
  private static final int MAGIC = 0xCAFEBABE;

  private final byte[] bytes;
  private final byte[] descriptor;
  private final int[] constants;
  private final List<AnnotatedClass.Site> sites = new ArrayList<>();
  private final List<AnnotatedClass.Site> components = new ArrayList<>();
  private boolean isLocal;
  private int at;

  ClassFileParser(byte[] content, int length, byte[] descriptor) {
    this.bytes = Arrays.copyOf(content, length);
    this.descriptor = descriptor;
    this.constants = constants();
  }

  private int[] constants() {
    if (four() != MAGIC) {
      throw new IndexOutOfBoundsException();
    }
    at = 8;
    int[] found = new int[two()];
    for (int i = 1; i < found.length; i++) {
      found[i] = at;
      int tag = one();
      switch (tag) {
        case 1 -> skip(two());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 4;
        case 5, 6 -> {
          at += 8;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 2;
        case 15 -> at += 3;
        default -> throw new IndexOutOfBoundsException();
      }
    }
    return found;
  }

  AnnotatedClass parse() {
    at += 2;
    String name = text(shortAt(constants[two()] + 1)).replace('/', '.');
    at += 2;
    skip(2 * two());
    int fields = two();
    for (int i = 0; i < fields; i++) {
      at += 2;
      String field = text(two());
      at += 2;
      attributes(field, sites);
    }
    int methods = two();
    for (int i = 0; i < methods; i++) {
      at += 2;
      String method = text(two());
      at += 2;
      attributes(method.equals("<init>") ? "" : method + "()", sites);
    }
    attributes("", sites);
    return new AnnotatedClass(name, isLocal, components.isEmpty() ? sites : components);
  }

  private void attributes(String member, List<AnnotatedClass.Site> into) {
    int count = two();
    for (int i = 0; i < count; i++) {
      String name = text(two());
      int length = four();
      int end = at + length;
      switch (name) {
        case "RuntimeVisibleAnnotations" -> annotations(member, into);
        case "RuntimeVisibleParameterAnnotations" -> parameters(member, into);
        case "Record" -> record();
        case "EnclosingMethod" -> isLocal = true;
        default -> {}
      }
      at = end;
    }
  }

  private void record() {
    int count = two();
    for (int i = 0; i < count; i++) {
      String component = text(two());
      at += 2;
      attributes(component, components);
    }
  }

  private void parameters(String member, List<AnnotatedClass.Site> into) {
    int count = one();
    String method = member.endsWith("()") ? member.substring(0, member.length() - 2) : member;
    for (int i = 1; i <= count; i++) {
      annotations(method + "(parameter " + i + ")", into);
    }
  }

  private void annotations(String member, List<AnnotatedClass.Site> into) {
    int count = two();
    for (int i = 0; i < count; i++) {
      boolean isOurs = isDescriptor(two());
      String value = elements();
      if (isOurs) {
        into.add(new AnnotatedClass.Site(member, value));
      }
    }
  }

  /** Passes over the elements of an annotation, and returns the text of the one called value. */
  private String elements() {
    String value = "";
    int count = two();
    for (int i = 0; i < count; i++) {
      boolean isValue = text(two()).equals("value");
      String element = element();
      value = isValue ? element : value;
    }
    return value;
  }

  private String element() {
    int tag = one();
    switch (tag) {
      case 's' -> {
        return text(two());
      }
      case 'e' -> at += 4;
      case '@' -> {
        at += 2;
        elements();
      }
      case '[' -> {
        int count = two();
        for (int i = 0; i < count; i++) {
          element();
        }
      }
      default -> at += 2;
    }
    return "";
  }

  private boolean isDescriptor(int constant) {
    int from = constants[constant] + 3;
    int length = shortAt(from - 2);
    return Arrays.equals(bytes, from, from + length, descriptor, 0, descriptor.length);
  }

  private String text(int constant) {
    int from = constants[constant];
    return new String(bytes, from + 3, shortAt(from + 1), StandardCharsets.UTF_8);
  }

  private void skip(int count) {
    at += count;
  }

  private int one() {
    return bytes[at++] & 0xFF;
  }

  private int two() {
    at += 2;
    return shortAt(at - 2);
  }

  private int shortAt(int position) {
    return (bytes[position] & 0xFF) << 8 | (bytes[position + 1] & 0xFF);
  }

  private int four() {
    return two() << 16 | two();
  }
}
