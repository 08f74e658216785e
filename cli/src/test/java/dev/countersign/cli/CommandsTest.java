package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class CommandsTest {
  static final List<String> NAMES = Commands.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyListedCommand_isFoundByItsOwnName(String name) {
    Command command = Commands.find(name);
    assertNotNull(command);
    assertEquals(name, command.syntax().command());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyCommand_declaresEachOptionOnceAndDescribesIt(String name) {
    Set<String> seen = new HashSet<>();
    for (Option option : Commands.find(name).syntax().everyOption()) {
      assertTrue(seen.add(option.name()), option.name());
      assertFalse(option.description().isBlank(), option.name());
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyPageOfHelp_fitsAnOrdinaryTerminal(String name) {
    String page = Help.page(Commands.find(name).syntax());
    assertTrue(page.startsWith("usage: secret " + name));
    for (String line : page.lines().skip(1).toList()) {
      assertTrue(Text.width(line) <= 100, line);
    }
  }

  @Test
  void overview_listsEveryCommandInOrder() {
    String overview = HelpCommand.overview();
    int last = -1;
    for (String name : NAMES) {
      int place = overview.indexOf("\n  " + name + " ");
      assertTrue(place > last, name);
      last = place;
    }
  }
}
