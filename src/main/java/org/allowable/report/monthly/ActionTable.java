package org.allowable.report.monthly;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Link;
import org.allowable.report.Mart;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;

/** What to do first about the period, the largest of each kind, with the sheet that leads on. */
final class ActionTable {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("What to do", Format.TEXT).width(26).meaning("The link leads to the lines."),
          Column.of("Which", Format.LONG_TEXT).width(26).meaning("The largest of the kind."),
          Column.of("Lines", Format.COUNT).width(8).meaning("Service lines of these."),
          Column.of("Not priced", Format.COUNT)
              .width(9)
              .meaning("Lines with no expected rate: they are in no worth."),
          Column.of("Worth", Format.DOLLARS)
              .width(12)
              .meaning(
                  "Short of expected, expected recovery, or charges, as the next column says."),
          Column.of("Worth is", Format.TEXT).width(20).meaning("What kind of dollars."),
          Column.of("All lines", Format.COUNT).width(9).meaning("All lines of the kind."),
          Column.of("All not priced", Format.COUNT)
              .width(11)
              .meaning("All lines of the kind with no expected rate."),
          Column.of("All worth", Format.DOLLARS).width(12).meaning("All dollars of the kind."));

  private final Mart actions;

  /**
   * The table.
   *
   * @param actions {@code mart_action}
   */
  ActionTable(Mart actions) {
    this.actions = actions;
  }

  /** The table; without rows where nothing is to be done. */
  TableBlock table() {
    List<ReportRow> rows = actions.lines().stream().map(ActionTable::row).toList();
    return new TableBlock("What to do first", COLUMNS, rows, false, -1);
  }

  /** Whether there is anything to do. */
  boolean isEmpty() {
    return actions.lines().isEmpty();
  }

  private static ReportRow row(Mart.Line line) {
    return switch (line.text("action")) {
      case "PURSUE" ->
          row(
              line,
              Link.to(MonthlySheetNames.UNDERPAID, what(line)),
              "above the follow-up threshold, not sent yet",
              "short of expected");
      case "DISPUTE" ->
          row(
              line,
              Link.to(MonthlySheetNames.CAUSES, what(line)),
              "of these: %s, %s".formatted(line.text("payer"), line.text("cause")),
              "in the row above already");
      case "APPEAL" ->
          row(line, Link.to(MonthlySheetNames.APPEALS, what(line)), due(line), "expected recovery");
      case "FOLLOW_UP" ->
          row(
              line,
              Link.to(MonthlySheetNames.UNANSWERED, what(line)),
              overdue(line),
              "charges unanswered");
      case "PREVENT" ->
          row(
              line,
              Link.to(MonthlySheetNames.DENIED_LINES, what(line)),
              "%s (%s)".formatted(line.text("cause"), line.text("owner")),
              "preventable charges");
      case "COMPARE" ->
          row(
              line,
              Link.to(MonthlySheetNames.NOT_JUDGED, what(line)),
              "%s: %s".formatted(line.text("payer"), CodeLabels.of(line.text("cause"))),
              "charges not compared");
      default ->
          throw new IllegalArgumentException("mart_action: unknown action " + line.text("action"));
    };
  }

  private static String what(Mart.Line line) {
    return CodeLabels.of("action", line.text("action"));
  }

  private static String due(Mart.Line line) {
    // The practice's own table may have no row for the day.
    if (line.text("due_soon_days").isEmpty()) {
      return "due-soon days are not set in deadline_notice";
    }
    boolean isDue = line.number("line_count").signum() > 0;
    return isDue && line.cells().get("due_date") instanceof LocalDate due
        ? "due within %s days, the first by %s"
            .formatted(line.text("due_soon_days"), DAY.format(due))
        : "none due within %s days".formatted(line.text("due_soon_days"));
  }

  private static String overdue(Mart.Line line) {
    if (line.number("line_count").signum() == 0) {
      return "none late or near the filing limit";
    }
    return "late or near the filing limit"
        + (line.cells().get("due_date") instanceof LocalDate due
            ? ", the first by " + DAY.format(due)
            : "");
  }

  private static ReportRow row(Mart.Line line, Link what, String which, String dollars) {
    return ReportRow.of(
        what,
        which,
        line.number("line_count"),
        line.number("without_amount_line_count"),
        line.known("amount"),
        dollars,
        line.number("all_line_count"),
        line.number("all_without_amount_line_count"),
        line.known("all_amount"));
  }
}
