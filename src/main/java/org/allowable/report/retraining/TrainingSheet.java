package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.Mart;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;

/** What trainings did. */
final class TrainingSheet {

  private final Review review;

  TrainingSheet(Review review) {
    this.review = review;
  }

  Sheet sheet() {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : review.small("mart_training").lines()) {
      TrainingFinding finding = TrainingFinding.of(line);
      rows.add(
          ReportRow.of(
              line.cells().get("training_date"),
              line.text("subject"),
              line.text("denial_group"),
              line.number("before_line_count"),
              finding.value("before"),
              line.number("after_line_count"),
              finding.value("after"),
              finding.value("peer_before"),
              finding.value("peer_after"),
              finding.difference(),
              finding.inWords()));
    }
    return Sheet.of(
        ReviewSheetNames.TRAINING,
        rows.isEmpty()
            ? "No training in the practice file within the data"
            : "Denial rate before and after training, against peers",
        "Initial denials for the subject, by date of service, six months on either side, less where another training of the same physician is nearer. The change beyond peers is what training may have done. Who was trained is in the packets.",
        TableBlock.of(
                List.of(
                    ColumnBook.named("training_date"),
                    ColumnBook.named("subject"),
                    ColumnBook.named("denial_group"),
                    plain("line_count", "Lines before"),
                    ColumnBook.named("before_rate"),
                    plain("line_count", "Lines after"),
                    ColumnBook.named("after_rate"),
                    ColumnBook.named("peer_before_rate"),
                    ColumnBook.named("peer_after_rate"),
                    ColumnBook.named("peer_difference"),
                    ColumnBook.named("effect")),
                rows)
            .frozen(0));
  }

  private static Column plain(String name, String header) {
    return Column.of(header, ColumnBook.named(name).format()).width(9);
  }
}
