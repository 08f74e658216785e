package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the gate has to say. Never holds a value.
 *
 * @param rule the rule that found it
 * @param secret the secret it is about, or null
 * @param environment the environment it is about, or null where it is about all
 * @param fact what is the matter, in one line
 * @param details more lines, such as {@code similar: GitHubToken}
 * @param fix the command or the line that mends it; empty where there is nothing to mend
 * @param users the places that use the secret, in order
 * @param place what to look at, or null where that is the secret's declaration, or nothing
 */
public record GateFinding(
    GateRule rule,
    @Nullable SecretName secret,
    @Nullable Environment environment,
    String fact,
    List<String> details,
    String fix,
    List<SecretUser> users,
    @Nullable Place place) {
  private static final String FIX = "\n  fix: ";

  /** Copies what it is given. */
  public GateFinding {
    details = List.copyOf(details);
    users = List.copyOf(users);
  }

  /** Returns a finding that is about no secret in particular. */
  static GateFinding of(GateRule rule, String fact, String fix) {
    return new GateFinding(rule, null, null, fact, List.of(), fix, List.of(), null);
  }

  /** Returns a finding from a message that may end with a line {@code fix: …}. */
  static GateFinding ofMessage(GateRule rule, String message) {
    int end = message.lastIndexOf(FIX);
    return end < 0
        ? of(rule, message, "")
        : of(rule, message.substring(0, end), message.substring(end + FIX.length()));
  }

  GateFinding about(SecretName name, List<SecretUser> places) {
    return new GateFinding(rule, name, environment, fact, details, fix, places, place);
  }

  GateFinding in(Environment where) {
    return new GateFinding(rule, secret, where, fact, details, fix, users, place);
  }

  GateFinding at(String file, int line) {
    Place where = new Place(file, line);
    return new GateFinding(rule, secret, environment, fact, details, fix, users, where);
  }

  /** Returns the same with another line below its fact; an empty one adds nothing. */
  GateFinding with(String detail) {
    List<String> more = new ArrayList<>(details);
    if (!detail.isEmpty()) {
      more.add(detail);
    }
    return new GateFinding(rule, secret, environment, fact, more, fix, users, place);
  }

  /** Returns the first line for people: the fact, and the users in brackets. */
  public String headline() {
    return users.isEmpty() ? fact : fact + " (" + Wording.places(users) + ")";
  }

  /** Returns all lines for people, without one at the end. */
  public String text() {
    StringBuilder text = new StringBuilder(headline());
    for (String detail : details) {
      text.append("\n  ").append(detail.replace("\n", "\n  "));
    }
    if (!fix.isEmpty()) {
      text.append(FIX).append(fix);
    }
    return text.toString();
  }
}
