package dev.countersign.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).build());
  }

  void write(ClassName name, TypeSpec type) {
    write(name, type, false);
  }

  /** Writes a class; one that names what is deprecated says that it knows. */
  void write(ClassName name, TypeSpec type, boolean namesDeprecated) {
    TypeSpec marked = marked(type, namesDeprecated);
    try {
      JavaFile.builder(name.packageName(), marked).indent("  ").build().writeTo(filer);
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

  private TypeSpec marked(TypeSpec type, boolean namesDeprecated) {
    TypeSpec.Builder marked = type.toBuilder();
    if (processed.canName(GENERATED.canonicalName())) { // not where java.compiler is not required
      marked.addAnnotation(generated());
    }
    List<String> lints = new ArrayList<>();
    if (namesDeprecated) {
      lints.addAll(List.of("deprecation", "removal"));
    }
    if (processed.isNamedModule()) {
      lints.add("exports");
    }
    return lints.isEmpty() ? marked.build() : marked.addAnnotation(suppress(lints)).build();
  }

  private static AnnotationSpec generated() {
    return AnnotationSpec.builder(GENERATED)
        .addMember("value", "$S", SecretProcessor.class.getName())
        .build();
  }

  private static AnnotationSpec suppress(List<String> lints) {
    AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
    lints.forEach(lint -> suppress.addMember("value", "$S", lint));
    return suppress.build();
  }
}
