package dev.countersign.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Modifier;

/** Writes generated classes: public, final, marked as generated, and silent under any lint. */
final class GeneratedFiles {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private final Filer filer;
  private final ProcessedClasses processed;
  private final Diagnostics diagnostics;

  GeneratedFiles(Filer filer, ProcessedClasses processed, Diagnostics diagnostics) {
    this.filer = filer;
    this.processed = processed;
    this.diagnostics = diagnostics;
  }

  /** Begins a class, with the constructor that {@code -Xlint} wants to see. */
  static TypeSpec.Builder classOf(ClassName name) {
    return TypeSpec.classBuilder(name.simpleName())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addAnnotation(suppressWarnings())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).build());
  }

  void write(ClassName name, TypeSpec type) {
    try {
      JavaFile.builder(name.packageName(), marked(type)).indent("  ").build().writeTo(filer);
    } catch (FilerException e) {
      String fact = name.canonicalName() + " would be generated, and is there already";
      diagnostics.report(Report.of(Code.NAME_TAKEN, null, fact).fix("rename the class"));
    } catch (IOException e) {
      diagnostics.report(unwritable(name.canonicalName(), e));
    }
  }

  static Report unwritable(String name, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Report.of(Code.UNWRITABLE_OUTPUT, null, "cannot write " + name + ": " + reason)
        .fix("make the compiler's output writable");
  }

  /** A named module that does not require the compiler's own has no such annotation. */
  private TypeSpec marked(TypeSpec type) {
    return processed.canName(GENERATED.canonicalName())
        ? type.toBuilder().addAnnotation(generated()).build()
        : type;
  }

  private static AnnotationSpec generated() {
    return AnnotationSpec.builder(GENERATED)
        .addMember("value", "$S", SecretProcessor.class.getName())
        .build();
  }

  /** What users deprecate or do not export is no matter of generated code. */
  private static AnnotationSpec suppressWarnings() {
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", CodeBlock.of("{$S, $S, $S}", "deprecation", "exports", "removal"))
        .build();
  }
}
