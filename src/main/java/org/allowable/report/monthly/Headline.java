package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.DateBasis;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;

/** The figures at the top of the summary, each against the month before. */
final class Headline {

  private static final Mart.Line NONE = new Mart.Line(java.util.Map.of());

  private final Mart.Line now;
  private final Mart.@Nullable Line before;
  private final String priorName;

  Headline(Mart trend, YearMonth month) {
    now = of(trend, month) == null ? NONE : java.util.Objects.requireNonNull(of(trend, month));
    before = of(trend, month.minusMonths(1));
    priorName = Format.MONTH.display(month.minusMonths(1));
  }

  private static Mart.@Nullable Line of(Mart trend, YearMonth month) {
    List<Mart.Line> lines =
        trend.where(line -> line.text("report_month").equals(month.toString())).lines();
    return lines.isEmpty() ? null : lines.get(0);
  }

  /** Money: what was expected, allowed, missed and, by payment date, paid. */
  KeyFigures money(DateBasis dateBasis) {
    List<KeyFigure> figures =
        new ArrayList<>(
            List.of(
                figure("Expected allowed", "expected_allowed_amount", Format.DOLLARS)
                    .to(MonthlySheetNames.BY_PAYER),
                figure("Allowed", "allowed_amount", Format.DOLLARS).to(MonthlySheetNames.BY_PAYER),
                figure("Variance", "variance_amount", Format.DOLLARS)
                    .to(MonthlySheetNames.BY_PAYER),
                figure("Underpaid", "underpaid_amount", Format.DOLLARS)
                    .compared(
                        "%s lines; payer owes %s, patient share %s"
                            .formatted(
                                count("underpaid_line_count"),
                                Format.DOLLARS.display(now.number("underpaid_payer_amount")),
                                Format.DOLLARS.display(now.number("underpaid_patient_amount"))))
                    .to(MonthlySheetNames.UNDERPAID)));
    if (dateBasis == DateBasis.PAYMENT) {
      figures.add(
          figure("Paid in month", "paid_amount", Format.DOLLARS).to(MonthlySheetNames.CASH));
    }
    return new KeyFigures(figures);
  }

  /** Work: what was denied, what could not be judged, what is still open. */
  KeyFigures work() {
    return KeyFigures.of(
        initialDenials().to(MonthlySheetNames.DENIAL_PHYSICIAN),
        // Not held against the month before, which appeals have made look better since.
        KeyFigure.of("Charges denied", now.known("denied_charge_amount"), Format.DOLLARS)
            .compared(count("denied_line_count") + " lines as they stand")
            .to(MonthlySheetNames.DENIED_LINES),
        KeyFigure.of("Not compared (charges)", now.number("unjudged_charge_amount"), Format.DOLLARS)
            .compared(count("unjudged_line_count") + " adjudicated lines")
            .to(MonthlySheetNames.NOT_JUDGED),
        KeyFigure.of("Open charges", now.number("open_charge_amount"), Format.DOLLARS)
            .compared(count("open_line_count") + " lines")
            .to(MonthlySheetNames.NOT_JUDGED));
  }

  /** One sentence: the month's result. */
  String sentence() {
    BigDecimal expected = now.number("expected_allowed_amount");
    if (expected.signum() == 0) {
      return "No line of this month could be compared with an expectation.";
    }
    return "Payers allowed %s of what was expected on %s compared lines; %s lines were underpaid by %s."
        .formatted(
            Format.RATE.display(now.share("allowed_amount", "expected_allowed_amount")),
            count("compared_line_count"),
            count("underpaid_line_count"),
            Format.MONEY.display(now.number("underpaid_amount")));
  }

  // Appeals make every older month look better, so that only first answers compare.
  private KeyFigure initialDenials() {
    return KeyFigure.against(
        "Initial denial rate (lines)",
        initialRate(now),
        Format.RATE,
        before == null ? null : initialRate(before),
        priorName);
  }

  private static @Nullable BigDecimal initialRate(Mart.Line month) {
    return month.share("initially_denied_line_count", "first_answered_line_count");
  }

  private KeyFigure figure(String label, String column, Format format) {
    BigDecimal prior = before == null ? null : before.known(column);
    return KeyFigure.against(label, now.known(column), format, prior, priorName);
  }

  private String count(String column) {
    return Format.COUNT.display(now.number(column));
  }
}
