package dev.countersign.cli;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Secret for {@code kubectl apply}. Its data is base64, which carries any bytes. */
final class KubernetesExport extends ExportFormat {
  private static final int MAX_BYTES = 1 << 20;

  private final String label;
  private int size;

  KubernetesExport(String label) {
    this.label = label;
  }

  @Override
  @Nullable String problem(ExportedValue value) {
    size += value.bytes().length;
    return size > MAX_BYTES ? "makes the whole larger than 1 MiB, the limit of a Secret" : null;
  }

  @Override
  String text(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Secret\nmetadata:\n");
    text.append("  name: ").append(label).append("\ntype: Opaque\n");
    text.append(values.isEmpty() ? "data: {}\n" : "data:\n");
    for (ExportedValue value : values) {
      String data = Base64.getEncoder().encodeToString(value.bytes());
      text.append("  ").append(value.name()).append(": \"").append(data).append("\"\n");
    }
    return text.toString();
  }
}
