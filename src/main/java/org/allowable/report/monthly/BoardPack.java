package org.allowable.report.monthly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;

/**
 * What a board sees of the period, on four to six pages: results, measures, causes of the change,
 * payers, denials and A/R. No patient, no claim and no physician is on them.
 */
final class BoardPack {

  /** Rows that leave a page room for its charts. */
  private static final int MOST_ROWS = 12;

  private final ReportPeriod period;
  private final DateBasis dateBasis;
  private final Marts marts;
  private final Map<String, Chart> charts;
  private final String runId;

  /**
   * A pack.
   *
   * @param charts of the report by file name
   */
  BoardPack(
      ReportPeriod period,
      DateBasis dateBasis,
      Marts marts,
      Map<String, Chart> charts,
      String runId) {
    this.period = period;
    this.dateBasis = dateBasis;
    this.marts = marts;
    this.charts = charts;
    this.runId = runId;
  }

  /**
   * The pack as pages.
   *
   * @param subtitle practice, period, basis
   * @param asOf when its data were complete
   */
  Workbook workbook(String subtitle, Instant asOf) {
    List<Sheet> pages = new ArrayList<>(List.of(results(), measures()));
    if (charts.containsKey(bridge("allowed"))) {
      pages.add(change());
    }
    pages.add(payers());
    pages.add(denials());
    return new Workbook("Board pack", subtitle, asOf, false, Map.of("run id", runId), pages);
  }

  private Sheet results() {
    Headline headline = new Headline(marts.small("mart_trend"), period);
    List<Block> blocks = new ArrayList<>();
    RecoveryFigures.figures(marts, period).ifPresent(blocks::add);
    blocks.addAll(headline.blocks(dateBasis, marts));
    blocks.add(pictures("underpaid-trend", "denial-rate-trend"));
    return page(
        "Results",
        "Results of the " + period.unit().word(),
        marts.sentence(period, dateBasis),
        blocks);
  }

  private Sheet measures() {
    Mart measures = marts.small("mart_measure");
    Mart rates = measures.where(line -> line.text("unit").equals("rate"));
    Mart days = measures.where(line -> line.text("unit").equals("days"));
    MeasureColumns columns = new MeasureColumns(period.unit());
    List<Block> blocks = new ArrayList<>();
    table(blocks, "Rates", known(rates), columns.rates(), "target_value");
    table(blocks, "Days", known(days), columns.days(), "target_value as target_days");
    int unknown = measures.lines().size() - known(measures).lines().size();
    if (unknown > 0) {
      blocks.add(
          TextBlock.of(
              "",
              "%d measures cannot be told from claims and remittances; the workbook says why."
                  .formatted(unknown)));
    }
    return page(
        "Measures",
        "Revenue cycle measures",
        "From claims and remittances: insurance A/R only, no patient balances.",
        blocks);
  }

  // Headers over nothing would look like a fault.
  private void table(
      List<Block> blocks, String heading, Mart measures, List<String> periods, String target) {
    if (!measures.lines().isEmpty()) {
      List<String> columns = new ArrayList<>(List.of("measure"));
      columns.addAll(periods);
      columns.addAll(List.of(target, "target_standing"));
      blocks.add(tables().of(measures, columns.toArray(String[]::new)).heading(heading));
    }
  }

  private MartTables tables() {
    return MartTables.of(period.unit());
  }

  // The chart of the change from the period before.
  private String bridge(String bridged) {
    return "bridge-%s-prior-%s".formatted(bridged, period.unit().word());
  }

  private static Mart known(Mart measures) {
    return measures.where(line -> line.text("not_known_reason").isEmpty());
  }

  private Sheet change() {
    BridgeSheet bridge = new BridgeSheet(period, marts.small("mart_bridge"));
    List<Block> blocks = new ArrayList<>();
    blocks.add(pictures(bridge("allowed"), bridge("paid")));
    bridge.tables().stream().limit(1).forEach(blocks::add);
    return page(
        "Change",
        "What changed from the %s before".formatted(period.unit().word()),
        "All answered lines count, also those with no expected rate. The causes add up to the cent.",
        blocks);
  }

  private Sheet payers() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(pictures("variance-by-payer", "expected-and-allowed-by-setting"));
    blocks.addAll(
        largest(
            marts.small("mart_aging"),
            "receivable_amount",
            "Insurance A/R by payer and age",
            MonthlySheetNames.AGING,
            "payer",
            "aged_0_30_amount",
            "aged_31_60_amount",
            "aged_61_90_amount",
            "aged_91_120_amount",
            "aged_over_120_amount",
            "receivable_amount",
            "aged_over_90_amount",
            "aged_over_90_share"));
    return page(
        "Payers",
        "Payers",
        "Charts: compared lines, denied lines included. A/R: charges that the first payer has not answered, or denied with the denial open.",
        blocks);
  }

  private Sheet denials() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(pictures("denials-pareto", "denial-rate-trend"));
    blocks.addAll(
        largest(
            marts.deniedReasons(),
            "charge_amount",
            "Denied lines by reason",
            MonthlySheetNames.DENIAL_REASON,
            "denial_group",
            "denial_reason",
            "denial_owner",
            "preventable",
            "denied_line_count",
            "charge_amount",
            "expected_allowed_amount"));
    return page(
        "Denials",
        "Denials",
        "One reason per line: the code with the largest amount. Duplicates are left out.",
        blocks);
  }

  // The largest rows, and what the others come to.
  private List<Block> largest(
      Mart mart, String by, String heading, String sheet, String... columns) {
    if (mart.lines().isEmpty()) {
      return List.of();
    }
    List<Mart.Line> lines =
        mart.lines().stream()
            .sorted(Comparator.comparing((Mart.Line line) -> line.number(by)).reversed())
            .toList();
    List<Mart.Line> shown = lines.subList(0, Math.min(MOST_ROWS, lines.size()));
    Mart some = Mart.of(shown);
    TableBlock table = inDollars(tables().of(some, columns)).heading(heading);
    if (shown.size() == lines.size()) {
      return List.of(table.totaled());
    }
    return List.of(
        table,
        TextBlock.of(
            "",
            "The %d largest of %d, %s of %s. The workbook has all of them, sheet %s."
                .formatted(
                    shown.size(),
                    lines.size(),
                    Format.MONEY.display(some.sum(by)),
                    Format.MONEY.display(mart.sum(by)),
                    sheet)));
  }

  private static TableBlock inDollars(TableBlock table) {
    return new TableBlock(
        "",
        table.columns().stream()
            .map(column -> column.format() == Format.MONEY ? column.as(Format.DOLLARS) : column)
            .toList(),
        table.rows(),
        false,
        -1);
  }

  private PictureBlock pictures(String first, String second) {
    return PictureBlock.of(picture(first), picture(second));
  }

  private org.allowable.report.Picture picture(String name) {
    return ChartWriter.picture(
        java.util.Objects.requireNonNull(charts.get(name), name), ChartSize.PRINTED);
  }

  private static Sheet page(String name, String title, String note, List<Block> blocks) {
    return new Sheet(name, title, note, blocks, Page.PORTRAIT);
  }
}
