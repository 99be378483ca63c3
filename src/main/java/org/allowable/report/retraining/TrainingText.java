package org.allowable.report.retraining;

import org.allowable.report.Format;
import org.allowable.report.Mart;

/** What a row of {@code mart_training} says, in sentences. */
final class TrainingText {

  private TrainingText() {}

  /** What can be said of a training. */
  static String inWords(Mart.Line training) {
    return said(training) + (training.is("is_cut") ? " The time ends at another training." : "");
  }

  private static String said(Mart.Line training) {
    String change =
        "The rate changed by %s points beyond peers (95%% limits %s to %s)."
            .formatted(
                points(training, "peer_difference"),
                points(training, "peer_difference_lower"),
                points(training, "peer_difference_upper"));
    return switch (training.text("training_verdict")) {
      case "FELL" -> change + " It fell by more than the peers' rate.";
      case "ROSE" -> change + " It rose by more than the peers' rate.";
      case "CANNOT_TELL" -> change + " Chance alone may have done that." + needed(training);
      default ->
          "Nothing can be said yet: before or after the training there are no lines to compare.";
    };
  }

  private static String needed(Mart.Line training) {
    return training.known("needed_line_count") == null
        ? ""
        : " To see a halved rate it takes about %s lines before and after."
            .formatted(Format.COUNT.display(training.number("needed_line_count")));
  }

  private static String points(Mart.Line training, String column) {
    return Format.QUANTITY.displayChange(training.number(column).movePointRight(2));
  }
}
