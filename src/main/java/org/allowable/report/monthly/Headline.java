package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
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

  /** Money: what was expected, allowed, missed and paid. */
  KeyFigures money() {
    return KeyFigures.of(
        figure("Expected allowed", "expected_allowed_amount", Format.DOLLARS)
            .to(SheetNames.BY_PAYER),
        figure("Allowed", "allowed_amount", Format.DOLLARS).to(SheetNames.BY_PAYER),
        figure("Variance", "variance_amount", Format.DOLLARS).to(SheetNames.BY_PAYER),
        figure("Underpaid", "underpaid_amount", Format.DOLLARS)
            .compared(count("underpaid_line_count") + " lines: open the list")
            .to(SheetNames.UNDERPAID));
  }

  /** Work: what was denied, what could not be judged, what is still open. */
  KeyFigures work() {
    return KeyFigures.of(
        figure("Denial rate (lines)", "denial_rate", Format.RATE).to(SheetNames.DENIAL_PHYSICIAN),
        figure("Charges denied", "denied_charge_amount", Format.DOLLARS)
            .to(SheetNames.DENIED_LINES),
        KeyFigure.of("Not judged (charges)", now.number("unjudged_charge_amount"), Format.DOLLARS)
            .compared(count("unjudged_line_count") + " adjudicated lines")
            .to(SheetNames.NOT_JUDGED),
        KeyFigure.of(
                "No remittance yet (charges)", now.number("open_charge_amount"), Format.DOLLARS)
            .compared(count("open_line_count") + " lines")
            .to(SheetNames.NOT_JUDGED));
  }

  /** One sentence: the month's result. */
  String sentence() {
    BigDecimal expected = now.number("expected_allowed_amount");
    if (expected.signum() == 0) {
      return "No line of this month could be compared with an expectation.";
    }
    BigDecimal share = now.number("allowed_amount").divide(expected, 4, RoundingMode.HALF_UP);
    return "Payers allowed %s of what was expected on %s compared lines; %s lines were underpaid by %s."
        .formatted(
            Format.RATE.display(share),
            count("compared_line_count"),
            count("underpaid_line_count"),
            Format.MONEY.display(now.number("underpaid_amount")));
  }

  private KeyFigure figure(String label, String column, Format format) {
    BigDecimal prior = before == null ? null : before.known(column);
    return KeyFigure.against(label, now.known(column), format, prior, priorName);
  }

  private String count(String column) {
    return Format.COUNT.display(now.number(column));
  }
}
