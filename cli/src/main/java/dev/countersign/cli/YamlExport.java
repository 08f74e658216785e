package dev.countersign.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * One flat YAML map of texts in double quotes, so that none is taken for a number or a date. All
 * but ASCII is escaped: what ends a line differs between versions of YAML.
 */
final class YamlExport extends ExportFormat {
  @Override
  @Nullable String problem(ExportedValue value) {
    return problemOfText(value);
  }

  @Override
  String text(List<ExportedValue> values) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .setUseUnicodeEncoding(false)
            .build();
    Map<String, String> map = new LinkedHashMap<>();
    for (ExportedValue value : values) {
      map.put(value.name(), plain(value));
    }
    return new Dump(settings).dumpToString(map);
  }
}
