package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRoundTripTest {
  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.withProd(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\r\n",
        "a\nb\n\nc\n",
        "  padded  ",
        "$HOME # ' \" ` \\ ${x}",
        "zwölf Boxkämpfer € 鍵 🔑",
        "\0\0\0",
        "countersign/1 prod Token 1\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\n[Token]\nunset\n"
      })
  void everyText_comesBackAsItWas(String text) throws Exception {
    assertComesBack(text.getBytes(UTF_8));
  }

  @Test
  void allBytes_comeBackAsTheyWere() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertComesBack(all);
  }

  @Test
  void everyLength_comesBackAsItWas() throws Exception {
    Random random = new Random(1);
    for (int length = 0; length < 140; length++) {
      byte[] value = new byte[length];
      random.nextBytes(value);
      assertComesBack(value);
    }
  }

  @Test
  void aMebibyte_isTheMost() throws Exception {
    byte[] value = new byte[1 << 20];
    new Random(2).nextBytes(value);
    assertComesBack(value);
    String before = project.text("prod.secrets");
    StoreException e =
        assertThrows(StoreException.class, () -> project.set(PROD, TOKEN, new byte[(1 << 20) + 1]));
    assertEquals("the value of Token is 1048577 bytes, more than 1 MiB", e.fact());
    assertEquals(before, project.text("prod.secrets"));
  }

  private void assertComesBack(byte[] value) throws StoreException {
    project.set(PROD, TOKEN, value);
    try (OpenedValue opened = project.store().open(TOKEN, PROD)) {
      assertNotNull(opened);
      assertArrayEquals(value, opened.revealBytes());
    }
  }
}
