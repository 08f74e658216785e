package dev.countersign.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.runtime.EnvironmentType;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class WantedTest {
  @Test
  void types_areReadByEitherName() throws Exception {
    Wanted wanted = Wanted.parse(List.of("production", "dev"), List.of("eu-west"));
    assertEquals(Set.of(EnvironmentType.PROD, EnvironmentType.DEV), wanted.types());
    assertEquals(List.of("eu-west"), wanted.environments());
  }

  @Test
  void nothing_isRefusedWithTheLinesToWrite() {
    String message = refusal(List.of());
    assertEquals(
        "say which environment types to check for\n"
            + "  fix: write <types><type>prod</type></types> into the plugin's <configuration>,"
            + " or pass -Dcountersign.types=prod",
        message);
  }

  @Test
  void unknownType_isRefusedWithThoseThatThereAre() {
    String first = refusal(List.of("stage")).lines().findFirst().orElseThrow();
    assertEquals(
        "\"stage\" is not an environment type, which are prod, dev, preview, local", first);
  }

  private static String refusal(List<String> types) {
    return assertThrows(MojoExecutionException.class, () -> Wanted.parse(types, List.of()))
        .getMessage();
  }
}
