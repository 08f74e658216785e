package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleIdTest {
  @ParameterizedTest
  @CsvSource({
    "/code/shop, /code/shop/target/classes, shop_target_classes",
    "/code/shop, /code/shop/target/test-classes, shop_target_test_classes",
    "/code/shop, /code/shop/core/build/classes/java/main, shop_core_build_classes_java_main",
    "/code/shop, /code/out/shop, shop____out_shop",
    "/code/shop, /code/shop/\u00e4 b, shop___b",
    "/code/shop, /code/shop, shop",
  })
  void idIsTheApplicationAndThePathFromRootToOutput(String root, String output, String id) {
    assertEquals(id, ModuleId.of("shop", Optional.of(Path.of(root)), Optional.of(Path.of(output))));
  }

  @Test
  void outputThatIsNoDirectory_leavesTheApplication() {
    assertEquals("my_shop", ModuleId.of("my-shop", Optional.of(Path.of("/x")), Optional.empty()));
  }
}
