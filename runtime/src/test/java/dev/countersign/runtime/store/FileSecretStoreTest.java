package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest {
  @TempDir Path root;
  StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.withProd(root);
  }

  @Test
  void aValueThatWasSet_isOpenedWithItsSource() throws Exception {
    project.set(PROD, TOKEN, "hunter2");
    try (OpenedValue value = project.store().open(TOKEN, PROD)) {
      assertNotNull(value);
      assertEquals("hunter2", new String(value.revealBytes(), UTF_8));
      assertTrue(value.source().matches("store:prod v1 \\([0-9a-f]{4}\\)"), value.source());
    }
  }
}
