package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.Mart;
import org.allowable.report.Row;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;

/** What trainings did, and the totals that must agree. */
final class TrainingSheets {

  private final Review review;

  TrainingSheets(Review review) {
    this.review = review;
  }

  /** The sheets, in order. */
  List<Sheet> all() {
    return List.of(training(), controls());
  }

  private Sheet training() {
    List<Row> rows = new ArrayList<>();
    for (Mart.Line line : review.small("mart_training").lines()) {
      Effect effect = Effect.of(line);
      rows.add(
          Row.of(
              line.cells().get("training_date"),
              line.text("subject"),
              line.text("denial_group"),
              line.number("before_line_count"),
              effect.value("before"),
              line.number("after_line_count"),
              effect.value("after"),
              effect.value("peer_before"),
              effect.value("peer_after"),
              effect.difference(),
              effect.inWords()));
    }
    return Sheet.of(
        SheetNames.TRAINING,
        rows.isEmpty()
            ? "The practice file names no training in reach of the data"
            : "Before and after training, beside the others",
        "Lines by date of service, six months on either side, less where another training of the same physician lies nearer, denied at first for the subject. The change beyond the others' is what training may have done. Who was trained stands in the packets.",
        TableBlock.of(
                List.of(
                    ReviewColumns.named("training_date"),
                    ReviewColumns.named("subject"),
                    ReviewColumns.named("denial_group"),
                    plain("line_count", "Lines before"),
                    ReviewColumns.named("before_rate"),
                    plain("line_count", "Lines after"),
                    ReviewColumns.named("after_rate"),
                    ReviewColumns.named("peer_before_rate"),
                    ReviewColumns.named("peer_after_rate"),
                    ReviewColumns.named("difference"),
                    ReviewColumns.named("effect")),
                rows)
            .frozen(0));
  }

  private static Column plain(String name, String header) {
    return Column.of(header, ReviewColumns.named(name).format()).width(9);
  }

  private Sheet controls() {
    return Sheet.of(
        SheetNames.CONTROLS,
        "Totals counted two ways",
        "One that differs stops the review before anything is written.",
        Tables.of(
            review.rows("mart_review_control"),
            "control",
            "unit as control_unit",
            "expected_amount",
            "found_amount",
            "difference_amount"));
  }
}
