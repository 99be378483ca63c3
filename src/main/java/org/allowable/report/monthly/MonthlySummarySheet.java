package org.allowable.report.monthly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.LinkList;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReleaseBasis;
import org.allowable.report.Sheet;
import org.allowable.report.TextBlock;
import org.allowable.report.chart.ChartWriter;

/** The first sheet: the period in figures and pictures, and the way to all else. */
final class MonthlySummarySheet {

  private final ReportPeriod period;
  private final DateBasis dateBasis;
  private final Marts marts;
  private final Map<String, Chart> charts;
  private final List<LinkList.Entry> sheets;

  /**
   * The sheet's parts.
   *
   * @param sheets behind this one
   * @param charts by file name; the first four are shown
   */
  MonthlySummarySheet(
      ReportPeriod period,
      DateBasis dateBasis,
      Marts marts,
      Map<String, Chart> charts,
      List<LinkList.Entry> sheets) {
    this.period = period;
    this.dateBasis = dateBasis;
    this.marts = marts;
    this.charts = charts;
    this.sheets = sheets;
  }

  /** The sheet. */
  Sheet sheet() {
    Headline headline = new Headline(marts.small("mart_trend"), period);
    List<Picture> pictures =
        charts.values().stream()
            .limit(4)
            .map(c -> ChartWriter.picture(c, ChartSize.SMALL))
            .toList();
    List<Block> blocks = new ArrayList<>();
    RecoveryFigures.figures(marts, period).ifPresent(blocks::add);
    blocks.addAll(headline.blocks(dateBasis, marts));
    blocks.add(OpenItems.figures(marts));
    blocks.add(PictureBlock.of(pictures.get(0), pictures.get(1)));
    blocks.add(PictureBlock.of(pictures.get(2), pictures.get(3)));
    blocks.add(TextBlock.of("Controls", controlSentence()));
    blocks.add(
        TextBlock.of(
            "Medicare releases", ReleaseBasis.withRemedy(marts.small("mart_release_basis"))));
    blocks.add(contents());
    return new Sheet(
        MonthlySheetNames.SUMMARY,
        period.unit().reportTitle(),
        marts.sentence(period, dateBasis),
        blocks,
        Page.PORTRAIT);
  }

  private String controlSentence() {
    Mart controls =
        marts
            .small("mart_control_total")
            .and(marts.small("mart_cash_control"))
            .and(marts.small("mart_unanswered_control"))
            .and(marts.small("mart_credit_balance_control"));
    long failed =
        controls.lines().stream()
            .filter(line -> line.number("difference_amount").signum() != 0)
            .count();
    return failed == 0
        ? "All %d control totals reconcile to the cent with the files that were read."
            .formatted(controls.lines().size())
        : "%d of %d control totals differ, none of those that must hold: see Control totals."
            .formatted(failed, controls.lines().size());
  }

  private LinkList contents() {
    List<LinkList.Entry> entries = new ArrayList<>(sheets);
    entries.add(
        new LinkList.Entry(MonthlySheetNames.HOW_TO_READ, "Definitions, rules and sources"));
    return new LinkList("Contents", entries);
  }
}
