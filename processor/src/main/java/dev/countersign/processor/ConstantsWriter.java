package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Project;
import javax.lang.model.element.Modifier;

/** Writes the class whose constants are spelt exactly as the secrets that are declared. */
final class ConstantsWriter {
  private ConstantsWriter() {}

  static TypeSpec write(ClassName name, Declarations declarations) {
    TypeSpec.Builder type =
        GeneratedFiles.utilityOf(name)
            .addJavadoc(
                "The names of the secrets that $L declares, each spelt as the secret is.\n",
                Project.FILE);
    for (Declaration declaration : declarations.secrets().values()) {
      type.addField(constant(declaration));
    }
    return type.build();
  }

  private static FieldSpec constant(Declaration declaration) {
    String name = declaration.name().value();
    String description = declaration.description();
    FieldSpec.Builder constant =
        FieldSpec.builder(String.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .initializer("$S", name);
    return description == null
        ? constant.build()
        : constant.addJavadoc("$L\n", escaped(description)).build();
  }

  /** Returns a text that ends no comment and is no tag, whatever it holds. */
  private static String escaped(String text) {
    return text.strip()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;") // a compiler reads Unicode escapes in comments too
        .replace("*/", "*&#47;");
  }
}
