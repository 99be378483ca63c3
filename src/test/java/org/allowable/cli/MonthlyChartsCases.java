package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.allowable.report.excel.DrawnCharts;
import org.allowable.report.excel.DrawnCharts.DrawnChart;
import org.allowable.report.excel.DrawnCharts.DrawnSeries;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Excel draws of the month is what the CSV tables of the same run hold. */
@Tag("long")
class MonthlyChartsCases {

  private static final double CENT = 0.000_01;
  private static final String MONTH = "2026-09";

  private static PacketTables tables = PacketTables.NONE;
  private static List<DrawnChart> charts = List.of();

  @BeforeAll
  static void make_the_report() throws IOException {
    Path report = SampleReports.monthly();
    tables = PacketTables.read(report.resolve("tables"));
    try (var in = Files.newInputStream(RunFiles.workbook(report));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      charts = DrawnCharts.of(book);
    }
  }

  @Test
  void every_chart_but_the_bridges_is_drawn_of_cells() {
    assertThat(charts)
        .extracting(DrawnChart::sheet)
        .containsExactly(
            "Summary", "Summary", "Summary", "Summary", "Charts", "Charts", "Charts", "Charts");
  }

  @Test
  void variance_of_payers_is_the_marts() {
    Map<String, BigDecimal> sums =
        sums(
            "mart_variance",
            row ->
                row.get("report_month").equals(MONTH)
                    && !row.get("compared_line_count").equals("0"),
            "payer",
            "variance_amount");

    holds(charts.get(0).series().get(0), sums);
  }

  @Test
  void denied_charges_and_their_cumulative_shares_are_the_marts() {
    Map<String, BigDecimal> sums =
        sums(
            "mart_denial_by_reason",
            row -> !row.get("is_duplicate").equals("true"),
            "denial_group",
            "charge_amount");
    DrawnSeries shares = charts.get(2).series().get(1);

    holds(charts.get(2).series().get(0), sums);
    assertThat(shares.values().get(shares.values().size() - 1)).isEqualTo(1, within(CENT));
    assertThat(shares.values()).isSorted();
  }

  @Test
  void months_are_the_marts_and_one_without_rows_is_a_gap() {
    Map<String, BigDecimal> sums =
        sums("mart_trend", row -> true, "report_month", "underpaid_amount");
    List<Double> drawn = charts.get(3).series().get(0).values();

    assertThat(drawn).hasSize(13);
    for (int back = 0; back < drawn.size(); back++) {
      BigDecimal sum = sums.get(YearMonth.parse(MONTH).minusMonths(12L - back).toString());
      if (sum == null) {
        assertThat(drawn.get(back)).isNull();
      } else {
        assertThat(drawn.get(back)).isEqualTo(sum.doubleValue(), within(CENT));
      }
    }
  }

  @Test
  void receivables_and_their_part_over_90_days_are_the_marts() {
    DrawnChart chart = charts.get(6);

    holds(chart.series().get(0), sums("mart_aging", row -> true, "payer", "receivable_amount"));
    holds(chart.series().get(1), sums("mart_aging", row -> true, "payer", "aged_over_90_amount"));
  }

  @Test
  void work_of_physicians_is_the_marts() {
    holds(
        charts.get(7).series().get(0), sums("mart_work_rvu", row -> true, "physician", "work_rvu"));
  }

  // Each bar by its name, and all of them together with that of all others.
  private static void holds(DrawnSeries drawn, Map<String, BigDecimal> sums) {
    BigDecimal all = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(drawn.values().stream().mapToDouble(value -> value).sum())
        .isEqualTo(all.doubleValue(), within(CENT));
    assertThat(drawn.names()).hasSizeGreaterThan(1);
    for (int i = 0; i < drawn.names().size(); i++) {
      if (drawn.names().get(i).startsWith("All other (")) {
        continue;
      }
      assertThat(sums).containsKey(drawn.names().get(i));
      assertThat(drawn.values().get(i))
          .as(drawn.names().get(i))
          .isEqualTo(
              sums.getOrDefault(drawn.names().get(i), BigDecimal.ZERO).doubleValue(), within(CENT));
    }
  }

  private static Map<String, BigDecimal> sums(
      String mart, Predicate<CSVRecord> which, String key, String amount) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (CSVRecord row : Objects.requireNonNull(tables.byName().get(mart))) {
      if (which.test(row) && !row.get(amount).isEmpty()) {
        sums.merge(row.get(key), new BigDecimal(row.get(amount)), BigDecimal::add);
      }
    }
    return sums;
  }
}
