package dev.countersign.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * A generated method that finds what to do by a text, and one more for each further part of a long
 * list.
 *
 * @param method the first method, without its code
 * @param text what it decides by
 * @param otherwise what it returns where no case is that of the text
 */
record Lookup(MethodSpec method, String text, String otherwise) {
  /** A method of Java holds 64 KiB; a case takes some fifty bytes. */
  private static final int CASES = 500;

  /**
   * Adds the methods.
   *
   * @param cases by the text, the code that ends with a return
   */
  void addTo(TypeSpec.Builder type, SortedMap<String, CodeBlock> cases) {
    List<Map.Entry<String, CodeBlock>> all = new ArrayList<>(cases.entrySet());
    int parts = Math.max(1, (all.size() + CASES - 1) / CASES);
    for (int part = 1; part <= parts; part++) {
      int start = (part - 1) * CASES;
      int end = Math.min(all.size(), start + CASES);
      String next = part < parts ? nameOf(part + 1) + "(" + arguments() + ")" : otherwise;
      type.addMethod(signature(part).addCode(code(all.subList(start, end), next)).build());
    }
  }

  private String nameOf(int part) {
    return method.name() + part;
  }

  private String arguments() {
    return method.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
  }

  private MethodSpec.Builder signature(int part) {
    return part == 1
        ? method.toBuilder()
        : MethodSpec.methodBuilder(nameOf(part))
            .addModifiers(Modifier.PRIVATE)
            .returns(method.returnType())
            .addParameters(method.parameters());
  }

  private CodeBlock code(List<Map.Entry<String, CodeBlock>> cases, String next) {
    if (cases.isEmpty()) {
      return CodeBlock.of("return $L;\n", next);
    }
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch ($L)", text);
    cases.forEach(each -> code.add("case $S:\n$>$L$<", each.getKey(), each.getValue()));
    return code.add("default:\n$>return $L;\n$<", next).endControlFlow().build();
  }
}
