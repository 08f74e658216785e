package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import org.junit.jupiter.api.Test;

final class OverrideRenameTest {
  private static final SecretName OLD = new SecretName("Old");
  private static final SecretName NEW = new SecretName("New");

  private static String rename(String text) throws DotenvFormatException {
    return OverrideEditor.rename(text, OLD, NEW);
  }

  @Test
  void everyAssignment_isRenamedInItsPlace() throws Exception {
    assertEquals(
        "# Old\nexport New=a\nOlder=b\nNew: \"Old=\\n c\" # Old\r\nx='\nOld=no\n'\n",
        rename("# Old\nexport Old=a\nOlder=b\nOld: \"Old=\\n c\" # Old\r\nx='\nOld=no\n'\n"));
  }

  @Test
  void absentName_leavesTheTextAlone() throws Exception {
    assertEquals("A=1\n", rename("A=1\n"));
  }

  @Test
  void valueThatRefersToItself_keepsItsMeaning() throws Exception {
    String awkward = OverrideEditor.set("A=1\n", OLD, "'\"`\\ $\n#${x}");
    String renamed = rename(awkward);
    assertFalse(renamed.contains("Old"));
    assertEquals(
        "'\"`\\ $\n#${x}", Dotenv.parse(renamed).get(Dotenv.parse(renamed).size() - 1).value());
  }

  @Test
  void referenceFromAnotherValue_isRefusedWithItsLineAndWithoutAValue() {
    DotenvFormatException e =
        assertThrows(
            DotenvFormatException.class, () -> rename("Old=hunter2\nUrl=http://${Old}@x\n"));
    assertEquals(2, e.line());
    assertTrue(e.getMessage().startsWith(".secrets.local:2: this value refers to ${Old}"));
    assertFalse(e.getMessage().contains("hunter2"));
  }
}
