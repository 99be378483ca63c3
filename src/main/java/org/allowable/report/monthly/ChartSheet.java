package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.report.BarChart;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.PairedBarChart;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.allowable.report.ShortName;
import org.allowable.report.TrendChart;
import org.allowable.report.chart.ChartWriter;
import org.jspecify.annotations.Nullable;

/** The charts that the summary has no room for: months, age of A/R, physicians. */
final class ChartSheet {

  private final ReportPeriod period;
  private final DateBasis dateBasis;
  private final Marts marts;

  ChartSheet(ReportPeriod period, DateBasis dateBasis, Marts marts) {
    this.period = period;
    this.dateBasis = dateBasis;
    this.marts = marts;
  }

  /**
   * The sheet.
   *
   * @param first a chart of the report to stand before these; null where there is none
   */
  Sheet sheet(@Nullable Chart first) {
    List<Picture> pictures = new ArrayList<>();
    if (first != null) {
      pictures.add(ChartWriter.picture(first, ChartSize.PRINTED));
    }
    charts().values().forEach(one -> pictures.add(ChartWriter.picture(one, ChartSize.PRINTED)));
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i += 2) {
      blocks.add(new PictureBlock(pictures.subList(i, Math.min(i + 2, pictures.size()))));
    }
    return new Sheet(
        MonthlySheetNames.CHARTS,
        "Charts of the " + period.unit().word(),
        "Months, age of insurance A/R and work of physicians; the charts of payers and denials"
            + " stand on the Summary.",
        blocks,
        Page.PORTRAIT);
  }

  /** File name without ending, to chart. */
  Map<String, Chart> charts() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("allowed-trend", allowed());
    charts.put("receivable-by-payer", receivable());
    charts.put("work-rvu-by-physician", work());
    return charts;
  }

  private Chart allowed() {
    Mart trend = marts.small("mart_trend");
    List<YearMonth> months = new ArrayList<>();
    List<@Nullable BigDecimal> expected = new ArrayList<>();
    List<@Nullable BigDecimal> allowed = new ArrayList<>();
    YearMonth last = marts.lastMonth(period);
    for (YearMonth each = period.firstShown(); !each.isAfter(last); each = each.plusMonths(1)) {
      YearMonth at = each;
      months.add(at);
      Mart.Line line =
          trend.where(one -> one.text("report_month").equals(at.toString())).lines().stream()
              .findFirst()
              .orElse(new Mart.Line(Map.of()));
      expected.add(line.known("expected_allowed_amount"));
      allowed.add(line.known("allowed_amount"));
    }
    return new TrendChart(
        allowedTitle(months, expected, allowed),
        "Compared lines, denied lines included"
            + (dateBasis == DateBasis.SERVICE ? " · recent months incomplete" : ""),
        Format.DOLLARS,
        months,
        List.of(
            new TrendChart.TrendLine("Expected allowed", expected),
            new TrendChart.TrendLine("Allowed", allowed)),
        false);
  }

  // Both are of the same lines, so that their sums divide.
  static String allowedTitle(
      List<YearMonth> months,
      List<@Nullable BigDecimal> expected,
      List<@Nullable BigDecimal> allowed) {
    int last = months.size() - 1;
    BigDecimal now =
        last < 0 ? null : share(allowed.subList(last, last + 1), expected.subList(last, last + 1));
    BigDecimal all = share(allowed, expected);
    return now == null || all == null
        ? "Expected and allowed over %d months".formatted(months.size())
        : "Allowed %s of expected in %s; %s over %d months"
            .formatted(
                Format.RATE.display(now),
                Format.MONTH.display(months.get(last)),
                Format.RATE.display(all),
                months.size());
  }

  private static @Nullable BigDecimal share(
      List<@Nullable BigDecimal> parts, List<@Nullable BigDecimal> wholes) {
    return Mart.share(sum(parts), sum(wholes));
  }

  private static BigDecimal sum(List<@Nullable BigDecimal> amounts) {
    return amounts.stream()
        .map(amount -> amount == null ? BigDecimal.ZERO : amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Chart receivable() {
    Mart aging = marts.small("mart_aging");
    BigDecimal all = aging.sum("receivable_amount");
    BigDecimal old = aging.sum("aged_over_90_amount");
    List<PairedBarChart.Pair> pairs =
        aging.lines().stream()
            .map(
                line ->
                    new PairedBarChart.Pair(
                        line.text("payer"),
                        line.known("receivable_amount"),
                        line.known("aged_over_90_amount")))
            .toList();
    return new PairedBarChart(
        pairs.isEmpty()
            ? marts.hasRemittances()
                ? "No insurance A/R"
                : "Insurance A/R not known: no remittances on file"
            : "%s of %s insurance A/R is over 90 days old"
                .formatted(Format.DOLLARS.brief(old), Format.DOLLARS.brief(all)),
        "Charges that the first payer has not answered, or denied with the denial open",
        Format.DOLLARS,
        "Insurance A/R",
        "Over 90 days",
        pairs);
  }

  private Chart work() {
    Mart work = marts.small("mart_work_rvu");
    List<Chart.Bar> bars =
        work.lines().stream()
            .map(line -> new Chart.Bar(line.text("physician"), line.known("work_rvu")))
            .toList();
    String title =
        work.lines().stream()
            .max(Comparator.comparing((Mart.Line line) -> line.number("work_rvu")))
            .map(
                line ->
                    "%s of %s work RVUs are %s's"
                        .formatted(
                            Format.RVU.brief(line.number("work_rvu")),
                            Format.RVU.brief(work.sum("work_rvu")),
                            ShortName.inHeading(line.text("physician"))))
            .orElse("No work RVUs");
    return new BarChart(
        title, "By the practice's conventions; see the sheet Work RVU", Format.RVU, bars);
  }
}
