package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreContractTest extends SecretStoreContract {
  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
  }

  @Override
  protected SecretStore connect() {
    return project.store();
  }
}
