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
    "/work/shop, /work/shop/target/classes, shop_target_classes",
    "/work/shop, /work/shop/target/test-classes, shop_target_test_classes",
    "/work/shop, /work/shop/core/build/classes/java/main, shop_core_build_classes_java_main",
    "/work/shop, /work/out/shop, shop____out_shop",
    "/work/shop, /work/shop/\u00e4 b, shop___b",
    "/work/shop, /work/shop, shop",
  })
  void idIsTheApplicationAndThePathFromRootToOutput(String root, String output, String id) {
    assertEquals(id, ModuleId.of("shop", Optional.of(Path.of(root)), Optional.of(Path.of(output))));
  }

  @Test
  void outputThatIsNoDirectory_leavesTheApplication() {
    assertEquals("my_shop", ModuleId.of("my-shop", Optional.of(Path.of("/x")), Optional.empty()));
  }
}
