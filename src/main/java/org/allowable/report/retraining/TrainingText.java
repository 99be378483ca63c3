package org.allowable.report.retraining;

import org.allowable.report.CodeLabels;
import org.allowable.report.Format;
import org.allowable.report.Mart;

/** What a row of {@code mart_training} says, in one sentence. */
final class TrainingText {

  private TrainingText() {}

  /** The effect of a training, with its interval; what would show one where none is shown. */
  static String inWords(Mart.Line training) {
    String what =
        "Training %s on %s".formatted(training.text("subject"), training.text("training_date"));
    String effect =
        CodeLabels.of("training_effect", training.text("training_verdict"))
            .formatted(
                points(training, "peer_difference"),
                points(training, "peer_difference_lower"),
                points(training, "peer_difference_upper"));
    return "%s: %s%s%s.".formatted(what, effect, needed(training), cut(training));
  }

  private static String needed(Mart.Line training) {
    return !training.text("training_verdict").equals("CANNOT_TELL")
            || training.known("needed_line_count") == null
        ? ""
        : "; a halved rate would show with about %s lines before and after"
            .formatted(Format.COUNT.display(training.number("needed_line_count")));
  }

  private static String cut(Mart.Line training) {
    return training.is("is_cut") ? "; the months end at another training" : "";
  }

  private static String points(Mart.Line training, String column) {
    return training.known(column) == null
        ? ""
        : Format.QUANTITY.displayChange(training.number(column).movePointRight(2));
  }
}
