package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Block;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.TextBlock;
import org.jspecify.annotations.Nullable;

/** The figures at the top of the summary, each against the period before. */
final class Headline {

  private static final Mart.Line NONE = new Mart.Line(Map.of());

  private final ReportPeriod period;
  private final Mart.Line now;
  private final Mart.@Nullable Line before;

  Headline(Mart trend, ReportPeriod period) {
    this.period = period;
    Mart.Line found = of(trend, period);
    now = found == null ? NONE : found;
    before = of(trend, period.before());
  }

  // The months of a period as one. Rates are worked out anew where they are shown.
  private static Mart.@Nullable Line of(Mart trend, ReportPeriod period) {
    Mart months = trend.where(line -> period.contains(YearMonth.parse(line.text("report_month"))));
    if (months.lines().isEmpty()) {
      return null;
    }
    Map<String, @Nullable Object> sums = new LinkedHashMap<>();
    for (String column : months.lines().get(0).cells().keySet()) {
      if (!column.equals("report_month") && !column.endsWith("_rate")) {
        sums.put(column, months.knownSum(column));
      }
    }
    return new Mart.Line(sums);
  }

  private String priorName() {
    return period.before().inWords();
  }

  /** What a card of payments by payment date is called. */
  static String paidIn(ReportPeriod period) {
    return period.unit().said("Paid in {period}");
  }

  /** What stands first for every reader: what to do, figures, where the variance comes from. */
  List<Block> blocks(DateBasis dateBasis, Marts marts) {
    List<Block> blocks = new ArrayList<>();
    ActionTable actions = new ActionTable(marts.small("mart_action"));
    if (!actions.isEmpty()) {
      blocks.add(actions.table());
    }
    blocks.add(money(dateBasis));
    blocks.add(work(dateBasis));
    blocks.add(TextBlock.of("Where the variance comes from", bridge(marts.variance(period))));
    return blocks;
  }

  /** Money: by payment date what was paid, then what was expected, allowed and missed. */
  KeyFigures money(DateBasis dateBasis) {
    List<KeyFigure> figures =
        new ArrayList<>(
            List.of(
                figure("Expected allowed", "expected_allowed_amount", Format.DOLLARS)
                    .to(MonthlySheetNames.BY_PAYER),
                figure("Allowed", "allowed_amount", Format.DOLLARS).to(MonthlySheetNames.BY_PAYER),
                figure("Variance", "variance_amount", Format.DOLLARS)
                    .to(MonthlySheetNames.BY_PAYER)));
    // Two strips of four either way: a fifth figure would take a row of its own.
    if (dateBasis == DateBasis.PAYMENT) {
      figures.add(0, paid());
    } else {
      figures.add(underpaid());
    }
    return new KeyFigures(figures);
  }

  private KeyFigure underpaid() {
    return figure("Underpaid", "underpaid_amount", Format.DOLLARS)
        .compared(owing())
        .to(MonthlySheetNames.UNDERPAID);
  }

  // With what belongs to no line, cash is what the sheet of payments adds up to.
  private KeyFigure paid() {
    KeyFigure paid = figure(paidIn(period), "paid_amount", Format.DOLLARS);
    BigDecimal unapplied = now.number("unmatched_paid_amount");
    return paid.compared(
            unapplied.signum() == 0
                ? paid.comparison()
                : "%s; %s unapplied"
                    .formatted(paid.comparison(), Format.DOLLARS.display(unapplied)))
        .to(MonthlySheetNames.CASH);
  }

  // Where no line could be compared nobody owes a known amount, and zero is one.
  private String owing() {
    return now.known("underpaid_amount") == null
        ? "no line could be compared"
        : "%s lines; payer owes %s, patient share %s"
            .formatted(
                count("underpaid_line_count"),
                Format.DOLLARS.display(now.number("underpaid_payer_amount")),
                Format.DOLLARS.display(now.number("underpaid_patient_amount")));
  }

  /** Work: what was denied, what could not be judged, what is still open or was underpaid. */
  KeyFigures work(DateBasis dateBasis) {
    List<KeyFigure> figures =
        new ArrayList<>(
            List.of(
                initialDenials().to(MonthlySheetNames.DENIAL_PHYSICIAN),
                // Not held against the period before, which appeals have made look better since.
                ofAdjudicated("Charges denied", "denied_charge_amount")
                    .compared(adjudicated("denied_line_count", "lines as they stand"))
                    .to(MonthlySheetNames.DENIED_LINES),
                ofAdjudicated("Not compared (charges)", "unjudged_charge_amount")
                    .compared(adjudicated("unjudged_line_count", "adjudicated lines"))
                    .to(MonthlySheetNames.NOT_JUDGED)));
    // What no payer has answered has no payment date, and so no month of payment.
    if (dateBasis == DateBasis.PAYMENT) {
      figures.add(0, underpaid());
    } else {
      figures.add(
          KeyFigure.of("Open charges", now.number("open_charge_amount"), Format.DOLLARS)
              .compared(count("open_line_count") + " lines")
              .to(MonthlySheetNames.NOT_JUDGED));
    }
    return new KeyFigures(figures);
  }

  // Zero where nothing could be anything else would say that all is well.
  private boolean hasAdjudicated() {
    return isAdjudicated(now);
  }

  /** Whether a payer decided a line of a row of the trend. */
  static boolean isAdjudicated(Mart.Line month) {
    return month.number("adjudicated_line_count").signum() > 0
        || month.number("first_answered_line_count").signum() > 0;
  }

  private KeyFigure ofAdjudicated(String label, String column) {
    return KeyFigure.of(label, hasAdjudicated() ? now.known(column) : null, Format.DOLLARS);
  }

  private String adjudicated(String column, String what) {
    return hasAdjudicated() ? count(column) + " " + what : "no line was adjudicated";
  }

  /**
   * The parts of the variance, which add up to it to the cent.
   *
   * @param variance the period's rows of {@code mart_variance}
   */
  String bridge(Mart variance) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("denied_variance_amount", "denied");
    parts.put("underpaid_variance_amount", "underpaid");
    parts.put("overpaid_variance_amount", "overpaid");
    parts.put("tolerated_variance_amount", "below threshold");
    BigDecimal left = now.number("variance_amount");
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      BigDecimal amount = variance.sum(part.getKey());
      left = left.subtract(amount);
      if (amount.signum() != 0) {
        words.add(
            "%s %s"
                .formatted(
                    part.getValue(),
                    words.isEmpty()
                        ? Format.MONEY.display(amount)
                        : Format.MONEY.displayChange(amount)));
      }
    }
    if (left.signum() != 0) {
      throw new IllegalStateException("The parts of the variance do not add up to it");
    }
    if (now.number("expected_allowed_amount").signum() == 0 && words.isEmpty()) {
      return "Nothing to explain: no line could be compared with an expectation.";
    }
    return words.isEmpty()
        ? "Nothing differs from what was expected."
        : "Variance %s = %s."
            .formatted(
                Format.MONEY.display(now.number("variance_amount")), String.join(", ", words));
  }

  private boolean isUnanswered() {
    return now.number("first_answered_line_count").signum() == 0
        && now.number("open_line_count").signum() > 0;
  }

  /** The period's result in a sentence, by payment date after one of its cash. */
  String sentence(DateBasis dateBasis) {
    BigDecimal paid = dateBasis == DateBasis.PAYMENT ? now.known("paid_amount") : null;
    return paid == null ? result() : cash(paid) + " " + result();
  }

  private String cash(BigDecimal paid) {
    String amount = Format.MONEY.display(paid.abs());
    return paid.signum() < 0
        ? "Payers took back %s more than they paid on claim lines in %s."
            .formatted(amount, period.inWords())
        : "Payers paid %s on claim lines in %s.".formatted(amount, period.inWords());
  }

  private String result() {
    BigDecimal expected = now.number("expected_allowed_amount");
    if (isUnanswered()) {
      return "No payer has answered a line of this %s yet: %s lines with charges of %s are open."
          .formatted(
              period.unit().word(),
              count("open_line_count"),
              Format.MONEY.display(now.number("open_charge_amount")));
    }
    if (expected.signum() == 0) {
      return "No line of this %s could be compared with an expectation."
          .formatted(period.unit().word());
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
        priorName());
  }

  private static @Nullable BigDecimal initialRate(Mart.Line month) {
    return month.share("initially_denied_line_count", "first_answered_line_count");
  }

  private KeyFigure figure(String label, String column, Format format) {
    BigDecimal prior = before == null ? null : before.known(column);
    return KeyFigure.against(label, now.known(column), format, prior, priorName());
  }

  private String count(String column) {
    return Format.COUNT.display(now.number(column));
  }
}
