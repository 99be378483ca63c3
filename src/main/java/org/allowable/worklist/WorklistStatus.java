package org.allowable.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a row of the worklist stands, as people say. */
public enum WorklistStatus {
  NEW,
  IN_REVIEW,
  SENT,
  PAID,
  REFUSED,
  NOT_VALID;

  /** As sheets show it: the label of {@code jobs/labels.csv}. */
  public String label() {
    return WorklistField.label(WorklistField.STATUS.column(), name());
  }

  /** All labels, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(WorklistStatus::label).toList();
  }

  /** The status of a label, whatever its case. */
  static Optional<WorklistStatus> of(String label) {
    return Arrays.stream(values())
        .filter(status -> status.label().equalsIgnoreCase(label))
        .findFirst();
  }
}
