package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Values that writers and readers of text formats get wrong: chosen ones, and seeded mixtures. */
final class HardValues {
  private static final int SEED = 6;
  private static final int MIXTURES = Boolean.getBoolean("countersign.long") ? 20_000 : 600;
  private static final String SIGNS = "'\"`\\$#{} \tab\n=;&%!?:";
  private static final String WIDE = SIGNS + "\r\u00a0\u0085\u2028ß漢-|>[]@*,0\u007f";
  private static final List<String> CHOSEN =
      List.of(
          "",
          " ",
          "plain",
          "  around  ",
          "a b # no comment",
          "it's",
          "\"quoted\"",
          "'quoted'",
          "`back`",
          "it's $5",
          "${HOME} $HOME $(id) `id`",
          "back\\slash\\n and at the end\\",
          "\\",
          "one\ntwo\n",
          "\n",
          "-----BEGIN PRIVATE KEY-----\nMIIE+/=\n-----END PRIVATE KEY-----\n",
          "cr\rlf\r\nend\r",
          "tab\tvertical\u000b",
          "ß 漢字 🔑",
          "\u0085\u2028\u2029\uFEFFx\u00a0",
          "\u0001\u001b[31m\u007f\u0080",
          "null",
          "yes",
          "0123",
          "{\"json\": [1, \"two\"]}",
          "key=value=",
          "# comment",
          "EOF",
          "a'b\"c`d$e",
          "100%25\nnext",
          "\u0000");

  private HardValues() {}

  /** Returns all of them by name. */
  static Map<String, String> all() {
    List<String> values = new ArrayList<>(CHOSEN);
    Random random = new Random(SEED);
    for (int i = 0; i < MIXTURES; i++) {
      String signs = i % 2 == 0 ? SIGNS : WIDE;
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        value.append(signs.charAt(random.nextInt(signs.length())));
      }
      values.add(value.append(i % 50 == 0 ? "🔑" : "").toString());
    }
    Map<String, String> all = new TreeMap<>();
    for (String value : values) {
      all.put("V%05d".formatted(all.size()), value);
    }
    return all;
  }

  /** Returns those that a format does not refuse, which must not be few. */
  static Map<String, String> carriedBy(ExportFormat format) {
    Map<String, String> carried = all();
    int size = carried.size();
    carried
        .entrySet()
        .removeIf(
            entry ->
                format.problem(exported(Map.of(entry.getKey(), entry.getValue())).get(0)) != null);
    assertTrue(carried.size() > size / 4, "too little is carried");
    return carried;
  }

  static List<ExportedValue> exported(Map<String, String> map) {
    List<ExportedValue> values = new ArrayList<>();
    map.forEach(
        (name, value) ->
            values.add(new ExportedValue(name, value.getBytes(StandardCharsets.UTF_8))));
    return values;
  }
}
