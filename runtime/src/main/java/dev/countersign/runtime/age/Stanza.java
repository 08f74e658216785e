package dev.countersign.runtime.age;

import java.util.List;

/** One recipient's part of a header: a type, its arguments, and a body that wraps the file key. */
final class Stanza {
  private final List<String> words;
  private final byte[] body;

  /** Makes a stanza; the first word is its type. Takes the body over, without a copy. */
  Stanza(List<String> words, byte[] body) {
    this.words = words;
    this.body = body;
  }

  boolean isType(String type) {
    return words.get(0).equals(type);
  }

  List<String> words() {
    return words;
  }

  byte[] body() {
    return body;
  }

  /** Returns one of the arguments, of which there must be a certain number. */
  String argument(int number, int expected) throws AgeFormatException {
    if (words.size() != expected + 1) {
      throw malformed("has " + (words.size() - 1) + " arguments instead of " + expected);
    }
    return words.get(number);
  }

  /** Returns an argument's bytes, of which there must be a certain number. */
  byte[] decodedArgument(int number, int expected, int length) throws AgeFormatException {
    byte[] bytes = StrictBase64.decodeUnpadded(argument(number, expected));
    if (bytes == null) {
      throw malformed("has an argument that is not canonical base64");
    }
    if (bytes.length != length) {
      throw malformed("has an argument of " + bytes.length + " bytes instead of " + length);
    }
    return bytes;
  }

  /**
   * Returns the wrapped file key. Its length is checked before anything is decrypted, or one stanza
   * could be made to fit many keys and tell which of them is in use.
   */
  byte[] wrappedFileKey() throws AgeFormatException {
    int length = Age.FILE_KEY_LENGTH + Aead.TAG_LENGTH;
    if (body.length != length) {
      throw malformed("has a body of " + body.length + " bytes instead of " + length);
    }
    return body;
  }

  AgeFormatException malformed(String what) {
    return new AgeFormatException(
        AgeFormatException.Reason.HEADER, "the " + words.get(0) + " stanza " + what);
  }
}
