package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a name apart: {@code GitHubAPIToken} is github, api, token; {@code stripe_key2} is stripe,
 * key2. Digits belong to the word before them.
 */
final class Words {
  /** Names of one word that are written with a capital inside, as their variables write them. */
  private static final List<String> COMPOUNDS =
      List.of(
          "BitBucket",
          "CircleCI",
          "ClickHouse",
          "CockroachDB",
          "DataDog",
          "DigitalOcean",
          "DocuSign",
          "DynamoDB",
          "GitHub",
          "GitLab",
          "GraphQL",
          "HubSpot",
          "InfluxDB",
          "IPv4",
          "IPv6",
          "LaunchDarkly",
          "LinkedIn",
          "MariaDB",
          "MongoDB",
          "MySQL",
          "OAuth",
          "OpenAI",
          "PagerDuty",
          "PayPal",
          "PostgreSQL",
          "RabbitMQ",
          "SendGrid",
          "WhatsApp",
          "YouTube");

  private Words() {}

  /** Returns the words in lower case. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < name.length()) {
      int end = end(name, start);
      if (isWordPart(name.charAt(start))) {
        words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
      }
      start = end;
    }
    return words;
  }

  private static int end(String name, int start) {
    int i = start + Math.max(1, compound(name, start));
    if (!isWordPart(name.charAt(start))) {
      return i;
    }
    while (i < name.length() && isWordPart(name.charAt(i)) && !startsWord(name, i)) {
      i++;
    }
    return i;
  }

  private static boolean startsWord(String name, int i) {
    return isUpper(name, i)
        && (!isUpper(name, i - 1) || isLower(name, i + 1) || compound(name, i) > 0);
  }

  private static int compound(String name, int start) {
    for (String compound : COMPOUNDS) {
      int end = start + compound.length();
      if (name.startsWith(compound, start) && !isLower(name, end)) {
        return compound.length();
      }
    }
    return 0;
  }

  private static boolean isWordPart(char c) {
    return c != '_' && c != '-' && c != '.';
  }

  private static boolean isUpper(String name, int i) {
    return i < name.length() && Character.isUpperCase(name.charAt(i));
  }

  private static boolean isLower(String name, int i) {
    return i < name.length() && Character.isLowerCase(name.charAt(i));
  }
}
