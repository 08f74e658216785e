package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.StoreException;

/** Whether types are sealed to the keys that this user saw last. Notes no key. */
final class PinExamination implements Examination {
  private final Workspace workspace;
  private final KeyPins pins;

  PinExamination(Workspace workspace, KeyPins pins) {
    this.workspace = workspace;
    this.pins = pins;
  }

  @Override
  public void look(Diagnosis diagnosis) throws StoreException {
    int same = 0;
    for (String directory : workspace.declarations().directories()) {
      for (EnvironmentType type : EnvironmentType.values()) {
        Failure refusal = pins.refusal(directory, type);
        if (refusal != null) {
          diagnosis.wrong("key-changed", refusal);
        } else if (pins.isKnown(directory, type)) {
          same++;
        }
      }
    }
    diagnosis.well(
        same == 0
            ? "no key was noted of this checkout yet"
            : Text.count(same, "type") + " sealed to the key noted of this checkout");
  }
}
