package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the header at the start of an age file, refusing whatever is not written canonically. */
final class HeaderReader {
  private final byte[] file;
  private int position;
  private int line;

  private HeaderReader(byte[] file) {
    this.file = file;
  }

  static Header read(byte[] file) throws AgeFormatException {
    return new HeaderReader(file).read();
  }

  private Header read() throws AgeFormatException {
    if (!nextLine().equals(Header.VERSION_LINE)) {
      throw malformed("not an age v1 file");
    }
    List<Stanza> stanzas = new ArrayList<>(1);
    while (!startsWith(Header.MAC_MARK)) {
      stanzas.add(stanza());
    }
    requireStanzas(stanzas);
    byte[] signed = Arrays.copyOf(file, position + Header.MAC_MARK.length());
    return Header.read(stanzas, signed, mac());
  }

  private static void requireStanzas(List<Stanza> stanzas) throws AgeFormatException {
    if (stanzas.isEmpty()) {
      throw new AgeFormatException(AgeFormatException.Reason.HEADER, "sealed to no recipient");
    }
    for (Stanza stanza : stanzas) {
      if (stanza.isType(Scrypt.TYPE) && stanzas.size() != 1) {
        throw stanza.malformed("is not alone, so its passphrase vouches for nothing");
      }
    }
  }

  private Stanza stanza() throws AgeFormatException {
    if (!startsWith(Header.STANZA_MARK)) {
      throw malformed("neither a stanza nor the end of the header");
    }
    List<String> words = words(nextLine());
    byte[] body = StrictBase64.decodeUnpadded(body());
    if (body == null) {
      throw malformed("the stanza's body is not canonical base64");
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
    for (int i = start; i < end; i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        throw malformed("a stanza's argument holds a character that is not printable ASCII");
      }
    }
    if (start == end) {
      throw malformed("a stanza's argument is empty");
    }
    return text.substring(start, end);
  }

  private String body() throws AgeFormatException {
    String text = nextLine();
    if (text.length() < Header.COLUMNS) {
      return text;
    }
    StringBuilder body = new StringBuilder(text);
    while (text.length() == Header.COLUMNS) {
      text = nextLine();
      body.append(text);
    }
    if (text.length() > Header.COLUMNS) {
      throw malformed("longer than 64 characters");
    }
    return body.toString();
  }

  private byte[] mac() throws AgeFormatException {
    String text = nextLine();
    int start = Header.MAC_MARK.length();
    byte[] mac = null;
    if (text.length() > start && text.charAt(start) == ' ') {
      mac = StrictBase64.decodeUnpadded(text.substring(start + 1));
    }
    if (mac == null || mac.length != HeaderMac.LENGTH) {
      throw malformed("not three dashes, a space and 43 characters of canonical base64");
    }
    return mac;
  }

  private boolean startsWith(String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (position + i >= file.length || file[position + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String nextLine() throws AgeFormatException {
    line++;
    for (int end = position; end < file.length; end++) {
      if (file[end] == '\n') {
        String text = new String(file, position, end - position, ISO_8859_1);
        position = end + 1;
        return text;
      }
    }
    throw malformed("cut short");
  }

  private AgeFormatException malformed(String what) {
    return new AgeFormatException(
        AgeFormatException.Reason.HEADER, "age header, line " + line + ": " + what);
  }
}
