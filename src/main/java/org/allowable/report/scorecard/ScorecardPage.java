package org.allowable.report.scorecard;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.Faint;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.TrendChart;
import org.allowable.report.chart.ChartWriter;
import org.jspecify.annotations.Nullable;

/** A payer's page: sums of its own lines, and nothing of a patient, a claim or a physician. */
final class ScorecardPage {

  private static final String BEFORE = "Year before";
  private static final String TOO_FEW = "too few";
  // What the page has room for.
  private static final int MOST_RULES = 4;
  private static final int MEASURE_CHARACTERS = 26;
  private static final int MEANING_CHARACTERS = 44;
  private static final int NUMBER_CHARACTERS = 10;

  private final ScorecardFacts facts;
  private final String payer;
  private final Mart.Line card;
  private final Mart measures;
  private final Mart rules;
  private final Mart months;

  /**
   * A page.
   *
   * @param card the payer's row of mart_scorecard
   */
  ScorecardPage(ScorecardFacts facts, Mart.Line card, Function<String, Mart> marts) {
    this.facts = facts;
    this.payer = card.text("payer");
    this.card = card;
    this.measures = of(marts.apply("mart_payer_scorecard"));
    this.rules = of(marts.apply("mart_scorecard_interest"));
    this.months = of(marts.apply("mart_scorecard_month"));
  }

  private Mart of(Mart mart) {
    return mart.where(line -> line.text("payer").equals(payer));
  }

  /**
   * The page.
   *
   * @param name on its tab
   */
  Sheet sheet(String name) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures());
    blocks.add(rates("Answers, in lines", Format.COUNT, "Lines", line -> !isYield(line)));
    blocks.add(days());
    blocks.add(yieldOfExpected());
    blocks.addAll(interest());
    List<Picture> pictures = pictures();
    if (!pictures.isEmpty()) {
      blocks.add(new PictureBlock(pictures));
    }
    return new Sheet(
            name,
            "%s: scorecard %s".formatted(payer, facts.period().inWords()),
            "Sums of claim lines: no patient, claim or physician is named. Rates of fewer than %d lines are left out; numbers of fewer than %d are gray. %s: the twelve months before the %s."
                .formatted(
                    facts.smallNumber(), facts.fewLines(), BEFORE, facts.period().unit().word()),
            blocks,
            Page.ONE_PORTRAIT)
        .noticing("For %s: no patient is named".formatted(payer));
  }

  private static boolean isYield(Mart.Line line) {
    return line.text("measured_in").equals("EXPECTED_ALLOWED");
  }

  private Mart.Line measure(String measure) {
    return measures.where(line -> line.text("measure").equals(measure)).lines().get(0);
  }

  private KeyFigures figures() {
    Mart.Line median = measure("MEDIAN_DAYS_TO_PAY");
    return KeyFigures.of(
        KeyFigure.of("Days to pay, median", shown(median), Format.COUNT)
            .compared(before(median, Format.COUNT)),
        figure("INITIAL_DENIAL_RATE"),
        figure(isCompared() ? "UNDERPAID_DOLLAR_RATE" : "FIRST_PASS_YIELD"),
        figure(isCompared() ? "NET_YIELD" : "FINAL_DENIAL_RATE"));
  }

  private KeyFigure figure(String measure) {
    Mart.Line line = measure(measure);
    return KeyFigure.of(name(line), shown(line), Format.RATE).compared(before(line, Format.RATE));
  }

  private static Object shown(Mart.Line line) {
    return Objects.requireNonNullElse(line.known("this_period_value"), TOO_FEW);
  }

  private static String before(Mart.Line line, Format format) {
    BigDecimal value = line.known("twelve_month_value");
    return BEFORE + ": " + (value == null ? TOO_FEW : format.display(value));
  }

  private TableBlock rates(
      String heading, Format counted, String unit, java.util.function.Predicate<Mart.Line> which) {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : measures.where(which).lines()) {
      if (line.text("unit").equals("rate") && isKnown(line)) {
        rows.add(
            ReportRow.of(
                name(line),
                meaning(line),
                value(line, "this_period_value", "few_lines"),
                shown(line, "numerator", "few_lines"),
                shown(line, "denominator", "few_lines"),
                value(line, "twelve_month_value", "twelve_month_few_lines"),
                shown(line, "twelve_month_numerator", "twelve_month_few_lines"),
                shown(line, "twelve_month_denominator", "twelve_month_few_lines")));
      }
    }
    return table(
        heading,
        List.of(
            number(facts.period().inWords(), Format.RATE),
            number(unit, counted),
            number("of", counted),
            number(BEFORE, Format.RATE),
            number(unit + " before", counted),
            number("of, before", counted)),
        rows);
  }

  // A cost that the practice did not enter has no row: an empty one would look like none.
  private static boolean isKnown(Mart.Line line) {
    return line.known("numerator") != null || line.known("twelve_month_numerator") != null;
  }

  private TableBlock days() {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : measures.where(one -> one.text("unit").equals("days")).lines()) {
      rows.add(
          ReportRow.of(
              name(line),
              meaning(line),
              value(line, "this_period_value", "few_lines"),
              shown(line, "measured_line_count", "few_lines"),
              value(line, "twelve_month_value", "twelve_month_few_lines"),
              shown(line, "twelve_month_line_count", "twelve_month_few_lines")));
    }
    return table(
        "Days to pay, by payment date",
        List.of(
            number(facts.period().inWords(), Format.COUNT),
            number("Lines", Format.COUNT),
            number(BEFORE, Format.COUNT),
            number("Lines before", Format.COUNT)),
        rows);
  }

  // Whether anything is expected of the payer's lines.
  private boolean isCompared() {
    Mart.Line whole = measure("YIELD");
    return whole.number("denominator").signum() > 0
        || whole.number("twelve_month_denominator").signum() > 0;
  }

  private Block yieldOfExpected() {
    return isCompared()
        ? rates(yieldHeading(), Format.DOLLARS, "Dollars", ScorecardPage::isYield)
        : TextBlock.of(
            "Yield", "Not in this scorecard: no expected rate is known for these claims.");
  }

  private String yieldHeading() {
    String without =
        switch (card.text("yield_terms")) {
          case "WITHOUT_BOTH" -> "; the costs of rework and delay are not in it: none was entered";
          case "WITHOUT_REWORK" -> "; the cost of rework is not in it: none was entered";
          case "WITHOUT_DELAY" -> "; the cost of delay is not in it: none was entered";
          default -> "";
        };
    return "Yield, in dollars of compared lines" + without;
  }

  private List<Block> interest() {
    if (rules.lines().isEmpty()) {
      return List.of(TextBlock.of("Prompt-pay interest", withoutRule()));
    }
    List<ReportRow> rows = new ArrayList<>();
    List<Mart.Line> all = rules.lines();
    int shown = all.size() > MOST_RULES ? MOST_RULES - 1 : all.size();
    for (Mart.Line rule : all.subList(0, shown)) {
      rows.add(row(scope(rule), words(rule), List.of(rule)));
    }
    if (shown < all.size()) {
      rows.add(
          row(
              "Other claims",
              (all.size() - shown) + " other rules",
              all.subList(shown, all.size())));
    }
    rows.add(interestOfAll("Interest paid", "By payment date (PLB, code L6)", paid()));
    BigDecimal stillDue = card.known("interest_still_due_amount");
    if (stillDue != null) {
      rows.add(interestOfAll("Interest still due", "Due less paid, never below zero", stillDue));
    }
    BigDecimal prior = rules.sum("twelve_month_interest_amount");
    return List.of(
        new TableBlock(
            "Prompt-pay interest",
            List.of(
                Column.of("Claims", Format.TEXT).width(MEASURE_CHARACTERS),
                Column.of("Rule", Format.LONG_TEXT).width(MEANING_CHARACTERS),
                number("Lines paid late", Format.COUNT),
                number("Paid late", Format.MONEY),
                number("Interest", Format.MONEY),
                number("Lines still out", Format.COUNT),
                number("Still out", Format.MONEY),
                number("Accrued", Format.MONEY)),
            rows,
            false,
            -1),
        TextBlock.of(
            "",
            "Clean lines: paid in the %s by the first answer, without a denial. Days count from receipt as remittances state it (DTM*050), else from filing; simple interest on 365 days. Unanswered lines: on expected allowed, at the %s's end. Plans that the rule does not reach, such as self-funded ones, owe none. %s: %s due, %s paid."
                .formatted(
                    facts.period().unit().word(),
                    facts.period().unit().word(),
                    BEFORE,
                    Format.MONEY.display(prior),
                    Format.MONEY.display(paidBefore()))));
  }

  private static ReportRow interestOfAll(String name, String words, BigDecimal interest) {
    return ReportRow.of(name, words, null, null, interest, null, null, null);
  }

  private BigDecimal paid() {
    return card.number("interest_paid_amount");
  }

  private BigDecimal paidBefore() {
    return card.number("twelve_month_interest_paid_amount");
  }

  private String withoutRule() {
    String none = "Not in this scorecard: no rule was entered for these claims.";
    return paid().signum() == 0 && paidBefore().signum() == 0
        ? none
        : "%s Interest paid, as the remittances state it (PLB, code L6): %s. %s: %s."
            .formatted(
                none, Format.MONEY.display(paid()), BEFORE, Format.MONEY.display(paidBefore()));
  }

  private static String words(Mart.Line rule) {
    return "%s: %s days from receipt, then %s percent a year"
        .formatted(
            rule.text("interest_source"),
            Format.COUNT.display(rule.known("pay_days")),
            rule.number("annual_percent").stripTrailingZeros().toPlainString());
  }

  private static ReportRow row(String scope, String words, List<Mart.Line> lines) {
    Mart of = Mart.of(lines);
    return ReportRow.of(
        scope,
        words,
        of.sum("overdue_line_count"),
        of.sum("overdue_paid_amount"),
        of.sum("interest_amount"),
        of.sum("open_overdue_line_count"),
        of.knownSum("open_overdue_expected_amount"),
        of.knownSum("accruing_interest_amount"));
  }

  private static String scope(Mart.Line rule) {
    List<String> parts = new ArrayList<>();
    parts.add(rule.text("state").isEmpty() ? "All states" : rule.text("state"));
    if (!rule.text("claim_type").isEmpty()) {
      parts.add(CodeLabels.of("claim_type", rule.text("claim_type")));
    }
    return String.join(", ", parts);
  }

  private List<Picture> pictures() {
    List<YearMonth> all =
        months.lines().stream().map(line -> YearMonth.parse(line.text("report_month"))).toList();
    List<TrendChart.TrendLine> lines = new ArrayList<>();
    lines.add(trend("90th percentile", "ninetieth_day_count"));
    Set<BigDecimal> limits = new LinkedHashSet<>();
    rules.lines().forEach(rule -> limits.add(rule.number("pay_days")));
    if (limits.size() == 1) {
      BigDecimal limit = limits.iterator().next();
      lines.add(
          new TrendChart.TrendLine(
              "Rule: %s days".formatted(Format.COUNT.display(limit)),
              Collections.nCopies(all.size(), limit)));
    } else {
      lines.add(trend("Median", "median_day_count"));
    }
    List<Picture> pictures = new ArrayList<>();
    add(
        pictures,
        lines.subList(0, 1),
        new TrendChart(
            "Days to pay by month of payment",
            "From first submission to first payment",
            Format.COUNT,
            all,
            lines,
            false));
    List<TrendChart.TrendLine> denied =
        List.of(trend("Initial denial rate", "initial_denial_rate"));
    add(
        pictures,
        denied,
        new TrendChart(
            "Initial denial rate by month",
            "First answers of each month",
            Format.RATE,
            all,
            denied,
            true));
    return pictures;
  }

  private static void add(List<Picture> pictures, List<TrendChart.TrendLine> lines, Chart chart) {
    long known =
        lines.stream()
            .flatMap(line -> line.values().stream())
            .filter(java.util.Objects::nonNull)
            .count();
    if (known > 1) {
      pictures.add(ChartWriter.picture(chart, ChartSize.PRINTED_STRIP));
    }
  }

  private TrendChart.TrendLine trend(String name, String column) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    months.lines().forEach(line -> values.add(line.known(column)));
    return new TrendChart.TrendLine(name, values);
  }

  private static String name(Mart.Line line) {
    return CodeLabels.of("scorecard_measure", line.text("measure"));
  }

  private static String meaning(Mart.Line line) {
    return CodeLabels.of("scorecard_meaning", line.text("measure"));
  }

  private static @Nullable Object value(Mart.Line line, String column, String few) {
    BigDecimal value = line.known(column);
    return value == null && line.text(few).equals("TOO_FEW")
        ? new Faint(TOO_FEW)
        : shown(line, column, few);
  }

  private static @Nullable Object shown(Mart.Line line, String column, String few) {
    BigDecimal value = line.known(column);
    return value == null || line.text(few).equals("ENOUGH") ? value : new Faint(value);
  }

  private static Column number(String header, Format format) {
    return Column.of(header, format).width(NUMBER_CHARACTERS);
  }

  private static TableBlock table(String heading, List<Column> numbers, List<ReportRow> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("Measure", Format.TEXT).width(MEASURE_CHARACTERS));
    columns.add(Column.of("What is counted", Format.LONG_TEXT).width(MEANING_CHARACTERS));
    columns.addAll(numbers);
    return new TableBlock(heading, columns, rows, false, -1);
  }
}
