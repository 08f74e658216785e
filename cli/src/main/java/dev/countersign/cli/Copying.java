package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.declaration.ValueRules;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import dev.countersign.runtime.store.StoreWriter;
import dev.countersign.runtime.store.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies values from one environment to others: all of them, or none. */
final class Copying {
  private final Workspace workspace;
  private final Environment from;
  private final List<Environment> to;
  private final StoreIndex index;
  private final List<byte[]> values = new ArrayList<>();

  Copying(Workspace workspace, Environment from, List<Environment> to) {
    this.workspace = workspace;
    this.from = from;
    this.to = to;
    this.index = workspace.index();
  }

  /** Refuses to put copies in the place of values. */
  void requireFree(List<Declaration> secrets) throws Failure {
    Occupied.refuse(secrets, to, index);
  }

  /** Opens, seals and writes, and returns what to tell of it. */
  List<String> run(List<Declaration> secrets, KeyPins pins) throws Failure, StoreException {
    Map<String, List<Change>> changes = new TreeMap<>();
    try {
      SealedValues sealed = new SealedValues(workspace, pins, index);
      for (Declaration declaration : secrets) {
        byte[] value = value(declaration, sealed);
        values.add(value);
        for (Environment environment : to) {
          pins.checkSetting(declaration.directory(), environment);
          changes
              .computeIfAbsent(declaration.directory(), absent -> new ArrayList<>())
              .add(Change.set(environment, declaration, value));
        }
      }
      return write(changes);
    } finally {
      for (byte[] value : values) {
        Arrays.fill(value, (byte) 0);
      }
    }
  }

  private byte[] value(Declaration declaration, SealedValues sealed)
      throws Failure, StoreException {
    try (OpenedValue opened = sealed.open(declaration, from)) {
      if (opened == null) {
        throw Failure.no(Messages.missing(declaration, from, ": nothing was copied", index));
      }
      byte[] value = opened.revealBytes();
      String problem = ValueRules.problem(declaration, value);
      if (problem != null) {
        Arrays.fill(value, (byte) 0);
        throw Failure.refused(
            "the value of "
                + declaration.name()
                + " for "
                + from
                + " "
                + problem
                + ": nothing was copied\n  fix: "
                + Remedy.set(declaration.name(), from));
      }
      return value;
    }
  }

  /** Writes every directory's files in one batch, under all of their locks. */
  private List<String> write(Map<String, List<Change>> changes) throws StoreException {
    try (StoreLocks locks = new StoreLocks();
        AtomicFiles batch = new AtomicFiles()) {
      locks.acquire(workspace.root(), changes.keySet());
      List<String> told = new ArrayList<>();
      for (Map.Entry<String, List<Change>> entry : changes.entrySet()) {
        StoreWriter writer = new StoreWriter(workspace.store(), entry.getKey());
        for (Written written : writer.stage(entry.getValue(), batch)) {
          told.add(told(written, entry.getKey()));
        }
      }
      batch.commit();
      return told;
    }
  }

  private String told(Written written, String directory) {
    return "copied "
        + written.name()
        + " from "
        + from
        + " to "
        + written.environment()
        + " (v"
        + written.version()
        + ")"
        + (directory.isEmpty() ? "" : " in " + directory);
  }
}
