package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDirectoriesTest {
  private static final String HOME = Path.of("home", "ada").toAbsolutePath().toString();
  private static final String OTHER = Path.of("other").toAbsolutePath().toString();

  @Test
  void onLinuxAndMacOs_itIsBelowTheConfigurationDirectory() {
    Path usual = Path.of(HOME, ".config", "countersign", "identity");
    assertEquals(usual, file(Map.of(), "Linux"));
    assertEquals(usual, file(Map.of(), "Mac OS X"));
    assertEquals(
        Path.of(OTHER, "countersign", "identity"), file(Map.of("XDG_CONFIG_HOME", OTHER), "Linux"));
  }

  @Test
  void aVariableThatIsEmptyOrRelative_doesNotCount() {
    Path usual = Path.of(HOME, ".config", "countersign", "identity");
    assertEquals(usual, file(Map.of("XDG_CONFIG_HOME", ""), "Linux"));
    assertEquals(usual, file(Map.of("XDG_CONFIG_HOME", "config"), "Linux"));
  }

  @Test
  void home_isWhatTheShellTakesItFor() {
    Path usual = Path.of(HOME, ".config", "countersign", "identity");
    Path named = Path.of(OTHER, ".config", "countersign", "identity");
    assertEquals(named, file(Map.of("HOME", OTHER), "Linux"));
    assertEquals(usual, file(Map.of("HOME", ""), "Linux"));
    assertEquals(
        Path.of(OTHER, ".local", "state", "countersign"),
        UserDirectories.state(Map.of("HOME", OTHER), "Linux", HOME));
    assertEquals(
        Path.of(HOME, "AppData", "Roaming", "countersign", "identity"),
        file(Map.of("HOME", OTHER), "Windows 11"));
  }

  @Test
  void onWindows_itIsBelowTheRoamingApplicationData() {
    assertEquals(
        Path.of(OTHER, "countersign", "identity"),
        file(Map.of("APPDATA", OTHER, "XDG_CONFIG_HOME", HOME), "Windows 11"));
    assertEquals(
        Path.of(HOME, "AppData", "Roaming", "countersign", "identity"),
        file(Map.of(), "Windows 11"));
  }

  @Test
  void stateOfCheckouts_isBelowTheStateDirectory() {
    Path usual = Path.of(HOME, ".local", "state", "countersign");
    assertEquals(usual, UserDirectories.state(Map.of(), "Linux", HOME));
    assertEquals(usual, UserDirectories.state(Map.of("XDG_STATE_HOME", "state"), "Linux", HOME));
    assertEquals(
        Path.of(OTHER, "countersign"),
        UserDirectories.state(Map.of("XDG_STATE_HOME", OTHER), "Mac OS X", HOME));
    assertEquals(
        Path.of(OTHER, "countersign"),
        UserDirectories.state(Map.of("LOCALAPPDATA", OTHER), "Windows 11", HOME));
    assertEquals(
        Path.of(HOME, "AppData", "Local", "countersign"),
        UserDirectories.state(Map.of(), "Windows 11", HOME));
  }

  private static Path file(Map<String, String> environment, String osName) {
    return UserDirectories.identityFile(environment, osName, HOME);
  }
}
