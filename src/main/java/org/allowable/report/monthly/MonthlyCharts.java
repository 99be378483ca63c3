package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.CodeLabels;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.PairedBarChart;
import org.allowable.report.ParetoChart;
import org.allowable.report.ShortName;
import org.allowable.report.TrendChart;
import org.jspecify.annotations.Nullable;

/** The charts of the period, by file name, each titled with what it shows to be so. */
final class MonthlyCharts {

  private final String subtitle;
  private final DateBasis dateBasis;
  private final ReportPeriod period;
  private final Mart variance;
  private final Mart reasons;
  private final Mart trend;

  /**
   * Charts.
   *
   * @param subtitle what all of them are about; empty where the page says it
   * @param dateBasis by which date lines belong to months
   * @param variance the period's rows by setting and payer
   */
  MonthlyCharts(
      String subtitle,
      DateBasis dateBasis,
      ReportPeriod period,
      Mart variance,
      Mart reasons,
      Mart trend) {
    this.subtitle = subtitle;
    this.dateBasis = dateBasis;
    this.period = period;
    this.variance = variance;
    this.reasons = reasons;
    this.trend = trend;
  }

  /** File name without ending, to chart. */
  Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("variance-by-payer", varianceByPayer());
    charts.put("expected-and-allowed-by-setting", expectedBySetting());
    charts.put("denials-pareto", denials());
    charts.put("underpaid-trend", underpaidTrend());
    charts.put("denial-rate-trend", denialTrend());
    return charts;
  }

  private Chart varianceByPayer() {
    Mart compared = variance.where(line -> line.number("compared_line_count").signum() > 0);
    List<Chart.Bar> bars = bars(compared.sumBy("payer", "variance_amount"));
    String title =
        bars.stream()
            .filter(bar -> bar.value() != null && bar.value().signum() < 0)
            .min((a, b) -> number(a).compareTo(number(b)))
            .map(
                bar ->
                    ShortName.inHeading(bar.label())
                        + " allowed "
                        + brief(number(bar).negate())
                        + " less than expected")
            .orElse(
                bars.isEmpty()
                    ? "No line could be compared"
                    : "No payer allowed less than expected");
    return new BarChart(
        title,
        about(
            "allowed less expected, denied lines included · n = "
                + Format.COUNT.display(compared.sum("compared_line_count"))
                + " lines"),
        Format.DOLLARS,
        bars);
  }

  private Chart expectedBySetting() {
    Mart compared = variance.where(line -> line.number("compared_line_count").signum() > 0);
    Map<String, BigDecimal> expected = compared.sumBy("setting", "expected_allowed_amount");
    Map<String, BigDecimal> allowed = compared.sumBy("setting", "allowed_amount");
    List<PairedBarChart.Pair> pairs = new ArrayList<>();
    expected.forEach(
        (setting, amount) ->
            pairs.add(
                new PairedBarChart.Pair(CodeLabels.of(setting), amount, allowed.get(setting))));
    return new PairedBarChart(
        allowedOfExpected(compared.sum("allowed_amount"), compared.sum("expected_allowed_amount")),
        about(
            "compared lines by setting · n = "
                + Format.COUNT.display(compared.sum("compared_line_count"))
                + " lines"),
        Format.DOLLARS,
        "Expected allowed",
        "Allowed",
        pairs);
  }

  private static String allowedOfExpected(BigDecimal allowed, BigDecimal expected) {
    String amounts = brief(allowed) + " allowed of " + brief(expected) + " expected";
    return expected.signum() == 0
        ? "No line could be compared"
        : amounts + ": " + Format.RATE.display(Mart.share(allowed, expected));
  }

  private boolean hasAdjudicated() {
    return trend.lines().stream()
        .filter(line -> period.contains(YearMonth.parse(line.text("report_month"))))
        .anyMatch(Headline::isAdjudicated);
  }

  private Chart denials() {
    Map<String, BigDecimal> groups = reasons.sumBy("denial_group", "charge_amount");
    BigDecimal total = reasons.sum("charge_amount");
    String title =
        groups.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(
                largest ->
                    largest.getKey()
                        + " is the largest group of "
                        + brief(total)
                        + " denied charges")
            .orElse(hasAdjudicated() ? "No line was denied" : "No line was adjudicated");
    return new ParetoChart(
        title,
        about(
            "charges of denied lines, excluding duplicates · n = "
                + Format.COUNT.display(reasons.sum("denied_line_count"))
                + " lines"),
        Format.DOLLARS,
        bars(groups));
  }

  private Chart underpaidTrend() {
    return trendOf("Underpaid", Format.DOLLARS, line -> line.known("underpaid_amount"));
  }

  private Chart denialTrend() {
    return trendOf(
        "Initial denial rate",
        Format.RATE,
        line -> line.share("initially_denied_line_count", "first_answered_line_count"));
  }

  private Chart trendOf(
      String name, Format format, Function<Mart.Line, @Nullable BigDecimal> value) {
    List<YearMonth> months = new ArrayList<>();
    List<@Nullable BigDecimal> values = new ArrayList<>();
    YearMonth last = Marts.lastMonth(trend, period);
    for (YearMonth at = period.firstShown(); !at.isAfter(last); at = at.plusMonths(1)) {
      String month = at.toString();
      months.add(at);
      List<Mart.Line> found = trend.where(line -> line.text("report_month").equals(month)).lines();
      values.add(found.isEmpty() ? null : value.apply(found.get(0)));
    }
    List<TrendChart.TrendLine> lines = List.of(new TrendChart.TrendLine(name, values));
    // Of services of late many have no answer yet; by payment date every month is complete.
    String note =
        about(
            dateBasis == DateBasis.SERVICE ? "recent months incomplete" : "months by payment date");
    TrendChart untitled = new TrendChart("", note, format, months, lines, true);
    return new TrendChart(trendTitle(untitled, name), note, format, months, lines, true);
  }

  // Where the last month stands against the mean of all, which the chart draws.
  private String trendTitle(TrendChart chart, String name) {
    BigDecimal mean = chart.mean();
    List<@Nullable BigDecimal> values = chart.values();
    BigDecimal now = values.get(values.size() - 1);
    if (mean == null || now == null) {
      return "%s over %d months".formatted(name, chart.months().size());
    }
    Format format = chart.format();
    // What is shown alike is not said to differ.
    int side = format.display(now).equals(format.display(mean)) ? 0 : now.compareTo(mean);
    String words = side > 0 ? "above" : side < 0 ? "below" : "at";
    return "%s %s in %s, %s the %d-month mean"
        .formatted(
            name,
            format.display(now),
            Format.MONTH.display(Marts.lastMonth(trend, period)),
            words,
            chart.months().size());
  }

  private String about(String words) {
    return subtitle.isEmpty()
        ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
        : subtitle + " · " + words;
  }

  private static List<Chart.Bar> bars(Map<String, BigDecimal> sums) {
    List<Chart.Bar> bars = new ArrayList<>();
    sums.forEach((label, value) -> bars.add(new Chart.Bar(label, value)));
    return bars;
  }

  private static BigDecimal number(Chart.Bar bar) {
    return bar.value() == null ? BigDecimal.ZERO : bar.value();
  }

  private static String brief(BigDecimal amount) {
    return Format.DOLLARS.brief(amount);
  }
}
