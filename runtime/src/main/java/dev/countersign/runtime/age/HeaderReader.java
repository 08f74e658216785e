package dev.countersign.runtime.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the header at the start of an age file, refusing whatever is not written canonically. */
final class HeaderReader {
  private final HeaderLines lines;

  private HeaderReader(HeaderLines lines) {
    this.lines = lines;
  }

  static Header read(byte[] file) throws AgeFormatException {
    HeaderLines lines = new HeaderLines(file);
    HeaderReader reader = new HeaderReader(lines);
    List<Stanza> stanzas = reader.stanzas();
    byte[] signed = Arrays.copyOf(file, lines.position() + Header.MAC_MARK.length());
    return Header.read(stanzas, signed, reader.mac());
  }

  private List<Stanza> stanzas() throws AgeFormatException {
    if (!lines.next().equals(Header.VERSION_LINE)) {
      throw lines.malformed("not an age v1 file");
    }
    List<Stanza> stanzas = new ArrayList<>(1);
    while (stanzas.isEmpty() || !lines.nextStartsWith(Header.MAC_MARK)) {
      stanzas.add(stanza());
    }
    requirePassphraseAlone(stanzas);
    return stanzas;
  }

  private static void requirePassphraseAlone(List<Stanza> stanzas) throws AgeFormatException {
    for (Stanza stanza : stanzas) {
      if (stanza.isType(Scrypt.TYPE) && stanzas.size() != 1) {
        throw stanza.malformed("is not alone, so its passphrase vouches for nothing");
      }
    }
  }

  private Stanza stanza() throws AgeFormatException {
    String first = lines.next();
    if (!first.startsWith(Header.STANZA_MARK)) {
      throw lines.malformed("not a recipient stanza");
    }
    List<String> words = words(first);
    byte[] body = StrictBase64.decodeUnpadded(body());
    if (body == null) {
      throw lines.malformed("the stanza's body is not canonical base64");
    }
    return new Stanza(words, body);
  }

  private List<String> words(String text) throws AgeFormatException {
    List<String> words = new ArrayList<>(3);
    int start = Header.STANZA_MARK.length();
    for (int i = start; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        words.add(word(text, start, i));
        start = i + 1;
      }
    }
    return words;
  }

  private String word(String text, int start, int end) throws AgeFormatException {
    if (start == end) {
      throw lines.malformed("an argument is empty");
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '!' || text.charAt(i) > '~') {
        throw lines.malformed("an argument holds a character that is not printable ASCII");
      }
    }
    return text.substring(start, end);
  }

  private String body() throws AgeFormatException {
    String text = lines.next();
    if (text.length() < Header.COLUMNS) {
      return text;
    }
    StringBuilder body = new StringBuilder(2 * Header.COLUMNS).append(text);
    while (text.length() == Header.COLUMNS) {
      text = lines.next();
      body.append(text);
    }
    if (text.length() > Header.COLUMNS) {
      throw lines.malformed("longer than 64 characters");
    }
    return body.toString();
  }

  private byte[] mac() throws AgeFormatException {
    String text = lines.next();
    int start = Header.MAC_MARK.length();
    byte[] mac = null;
    if (text.length() > start && text.charAt(start) == ' ') {
      mac = StrictBase64.decodeUnpadded(text.substring(start + 1));
    }
    if (mac == null || mac.length != HeaderMac.LENGTH) {
      throw lines.malformed("not three dashes, a space and 43 characters of canonical base64");
    }
    return mac;
  }
}
