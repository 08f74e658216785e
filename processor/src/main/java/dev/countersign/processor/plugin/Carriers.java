package dev.countersign.processor.plugin;

import java.util.Map;
import java.util.Set;

/** Tells methods whose result still holds the plaintext they were given. Hashes do not. */
final class Carriers {
  private static final Set<String> BUILDERS =
      Set.of(
          "java.lang.StringBuilder", "java.lang.StringBuffer", "java.lang.AbstractStringBuilder");

  private static final Set<String> OF_TEXT =
      Set.of(
          "concat",
          "copyValueOf",
          "format",
          "formatted",
          "getBytes",
          "indent",
          "intern",
          "join",
          "repeat",
          "replace",
          "replaceAll",
          "replaceFirst",
          "split",
          "strip",
          "stripIndent",
          "stripLeading",
          "stripTrailing",
          "subSequence",
          "substring",
          "toCharArray",
          "toLowerCase",
          "toString",
          "toUpperCase",
          "translateEscapes",
          "trim",
          "valueOf");

  private static final Map<String, Set<String>> OTHERS =
      Map.ofEntries(
          Map.entry(
              "java.util.Optional",
              Set.of("get", "of", "ofNullable", "or", "orElse", "orElseGet", "orElseThrow")),
          Map.entry("java.util.function.Supplier", Set.of("get")),
          Map.entry(
              "java.util.Objects", Set.of("requireNonNull", "requireNonNullElse", "toString")),
          Map.entry("java.util.Arrays", Set.of("asList", "copyOf", "copyOfRange", "toString")),
          Map.entry("java.util.List", Set.of("of")),
          Map.entry("java.util.Map", Set.of("of", "entry")),
          Map.entry("java.util.Set", Set.of("of")),
          Map.entry("java.util.Base64.Encoder", Set.of("encode", "encodeToString")),
          Map.entry("java.util.HexFormat", Set.of("formatHex")),
          Map.entry("java.net.URI", Set.of("getUserInfo", "toASCIIString", "toString")),
          Map.entry("java.net.URLEncoder", Set.of("encode")),
          Map.entry("java.nio.CharBuffer", Set.of("wrap", "toString")),
          Map.entry("java.text.MessageFormat", Set.of("format")),
          Map.entry("java.lang.CharSequence", Set.of("subSequence", "toString")),
          Map.entry("java.lang.Object", Set.of("clone", "toString")));

  /** Classes that hold what their constructor was given, and print it. */
  private static final Set<String> MADE =
      Set.of("java.lang.String", "java.lang.StringBuilder", "java.lang.StringBuffer");

  /**
   * Methods that put texts together; {@code concat} is not among them: it is written on purpose.
   */
  private static final Set<String> JOINING = Set.of("format", "formatted", "append", "insert");

  private Carriers() {}

  static boolean carries(Call call) {
    String owner = call.ownerName();
    if (BUILDERS.contains(owner)) {
      return isBuilt(call) || Set.of("toString", "substring", "reverse").contains(call.name());
    }
    Set<String> methods = owner.equals("java.lang.String") ? OF_TEXT : OTHERS.get(owner);
    return methods != null && methods.contains(call.name());
  }

  static boolean carries(String made) {
    return MADE.contains(made);
  }

  /** Says whether a call puts what it is given into a longer text. */
  static boolean joins(Call call) {
    return JOINING.contains(call.name()) && carries(call);
  }

  /** Says whether a call changes the builder it is called on. */
  static boolean isBuilt(Call call) {
    return BUILDERS.contains(call.ownerName())
        && Set.of("append", "insert", "replace").contains(call.name());
  }

  /** Says whether a call turns a plaintext into what no reader takes for a message. */
  static boolean encodes(Call call) {
    return call.ownerName().equals("java.util.Base64.Encoder");
  }
}
