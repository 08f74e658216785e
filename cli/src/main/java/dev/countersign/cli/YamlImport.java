package dev.countersign.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one flat YAML map. Every value is the text that is written, whatever it looks like: {@code
 * yes}, {@code 0123}, {@code 1.10}. {@code null} and {@code ~} without quotes stand for no value.
 */
final class YamlImport {
  private static final int MAX_CHARACTERS = 128 << 20;
  private static final String TEXT = "tag:yaml.org,2002:str";
  private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");

  private final ImportedText text;
  private final Iterator<Event> events;
  private final List<ImportedValue> values = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private YamlImport(ImportedText text) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(MAX_CHARACTERS).build();
    this.text = text;
    this.events = new Parse(settings).parseString(text.text()).iterator();
  }

  static List<ImportedValue> read(ImportedText text) throws Failure {
    try {
      return new YamlImport(text).read();
    } catch (MarkedYamlEngineException e) {
      throw unreadable(text, e.getProblemMark().orElse(null));
    } catch (YamlEngineException e) {
      throw unreadable(text, null);
    }
  }

  private static Failure unreadable(ImportedText text, @Nullable Mark mark) {
    String problem = "this is not YAML\n  fix: put values with signs in them in quotes";
    return mark == null
        ? text.unreadable(1, 1, problem)
        : text.unreadable(mark.getLine() + 1, mark.getColumn() + 1, problem);
  }

  private List<ImportedValue> read() throws Failure {
    take(Event.ID.StreamStart);
    Event document = events.next();
    if (document.getEventId() == Event.ID.StreamEnd) {
      return values;
    }
    Event root = events.next();
    if (root.getEventId() != Event.ID.MappingStart) {
      throw stop(root, "expected a flat map, NAME: value");
    }
    Event key = events.next();
    while (key.getEventId() != Event.ID.MappingEnd) {
      member(key, events.next());
      key = events.next();
    }
    take(Event.ID.DocumentEnd);
    take(Event.ID.StreamEnd);
    return values;
  }

  private void take(Event.ID expected) throws Failure {
    Event event = events.next();
    if (event.getEventId() != expected) {
      throw stop(event, "a second document; one is enough");
    }
  }

  private void member(Event key, Event value) throws Failure {
    if (!(key instanceof ScalarEvent name)) {
      throw stop(key, "expected a name");
    }
    if (!names.add(name.getValue())) {
      refuse(key, "the same name stands above: keep one");
    }
    if (value instanceof ScalarEvent scalar) {
      scalar(name.getValue(), scalar);
    } else if (value.getEventId() == Event.ID.Alias) {
      refuse(value, "an alias\n  fix: write the value out");
    } else {
      refuse(value, "not flat: a secret is one text\n  fix: put it in quotes, or below NAME: |");
      skip();
    }
  }

  private void scalar(String name, ScalarEvent scalar) {
    String tag = scalar.getTag().orElse(TEXT);
    boolean bare = scalar.isPlain() && scalar.getTag().isEmpty();
    if (!tag.equals(TEXT) && !tag.equals("!")) {
      refuse(scalar, "a tag other than !!str\n  fix: write the value without it");
    } else if (bare && scalar.getValue().isEmpty()) {
      refuse(scalar, "nothing stands here\n  fix: write \"\" for an empty value, null for none");
    } else {
      String value = bare && NULLS.contains(scalar.getValue()) ? null : scalar.getValue();
      values.add(new ImportedValue(name, value, place(scalar)));
    }
  }

  /** Skips the rest of what was begun. */
  private void skip() {
    int depth = 1;
    while (depth > 0) {
      switch (events.next().getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
    }
  }

  private void refuse(Event event, String problem) {
    text.refuse(place(event), problem);
  }

  private Failure stop(Event event, String problem) {
    Mark mark = event.getStartMark().orElse(null);
    return mark == null
        ? text.unreadable(1, 1, problem)
        : text.unreadable(mark.getLine() + 1, mark.getColumn() + 1, problem);
  }

  private String place(Event event) {
    Mark mark = event.getStartMark().orElse(null);
    return text.line(mark == null ? 1 : mark.getLine() + 1);
  }
}
