package dev.countersign.processor.plugin;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.List;

/**
 * Checks what annotation processors do not see: {@code -Xplugin:Countersign}. Names in calls, sites
 * in local classes, values written in the source, and plaintexts that go where people can read
 * them.
 *
 * <p>Follows a plaintext through the local variables of one method, not through fields or from
 * method to method. Generates nothing, and needs nothing that a JDK does not export.
 */
@AutoService(Plugin.class)
public final class CountersignPlugin implements Plugin {
  @Override
  public String getName() {
    return "Countersign";
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    task.addTaskListener(new Review(task, List.of(arguments)));
  }
}
