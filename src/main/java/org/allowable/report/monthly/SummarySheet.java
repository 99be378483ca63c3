package org.allowable.report.monthly;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.LinkList;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReleaseBasis;
import org.allowable.report.Sheet;
import org.allowable.report.TextBlock;
import org.allowable.report.chart.ChartSize;
import org.allowable.report.chart.ChartWriter;

/** The first sheet: the month in figures and pictures, and the way to all else. */
final class SummarySheet {

  private final YearMonth month;
  private final DateBasis dateBasis;
  private final Marts marts;
  private final Map<String, Chart> charts;

  /**
   * The sheet's parts.
   *
   * @param charts by file name; the first four are shown
   */
  SummarySheet(YearMonth month, DateBasis dateBasis, Marts marts, Map<String, Chart> charts) {
    this.month = month;
    this.dateBasis = dateBasis;
    this.marts = marts;
    this.charts = charts;
  }

  /** The sheet. */
  Sheet sheet() {
    Headline headline = new Headline(marts.small("mart_trend"), month);
    List<Picture> pictures =
        charts.values().stream().map(c -> ChartWriter.picture(c, ChartSize.SMALL)).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(headline.money(dateBasis));
    blocks.add(headline.work());
    blocks.add(PictureBlock.of(pictures.get(0), pictures.get(1)));
    blocks.add(PictureBlock.of(pictures.get(2), pictures.get(3)));
    blocks.add(TextBlock.of("Controls", controlSentence()));
    blocks.add(
        TextBlock.of(
            "Medicare releases", ReleaseBasis.withRemedy(marts.small("mart_release_basis"))));
    blocks.add(contents());
    return new Sheet(
        MonthlySheetNames.SUMMARY,
        "Monthly report",
        headline.sentence(),
        blocks,
        Page.ONE_PORTRAIT);
  }

  private String controlSentence() {
    Mart controls = marts.small("mart_control_total").and(marts.small("mart_cash_control"));
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

  private static LinkList contents() {
    return new LinkList(
        "Contents",
        List.of(
            new LinkList.Entry(MonthlySheetNames.BY_PAYER, "Expected against allowed and paid"),
            new LinkList.Entry(
                MonthlySheetNames.UNDERPAID, "Each underpaid line, the largest first"),
            new LinkList.Entry(MonthlySheetNames.PROOF, "The factors behind each expected amount"),
            new LinkList.Entry(
                MonthlySheetNames.PATTERNS, "Many lines short by the same share: one cause"),
            new LinkList.Entry(
                MonthlySheetNames.RANK_AFTER_DENIAL,
                "Procedures ranked behind a denied one, both ways"),
            new LinkList.Entry(
                MonthlySheetNames.DENIAL_PHYSICIAN,
                "Initial and current denial rate, lines and charges by group"),
            new LinkList.Entry(
                MonthlySheetNames.DENIAL_REASON, "Denial groups, reasons and who can change them"),
            new LinkList.Entry(MonthlySheetNames.DENIED_LINES, "Each denied line"),
            new LinkList.Entry(MonthlySheetNames.WORK_RVU, "Work RVUs and payments per work RVU"),
            new LinkList.Entry(MonthlySheetNames.TREND, "Thirteen months"),
            new LinkList.Entry(
                MonthlySheetNames.CASH, "Payments by payment date, tied to the remittances"),
            new LinkList.Entry(
                MonthlySheetNames.CASH_LINES, "Each line paid or reversed in the month"),
            new LinkList.Entry(MonthlySheetNames.NOT_JUDGED, "What could not be compared, and why"),
            new LinkList.Entry(
                MonthlySheetNames.NOT_JUDGED_LINES, "Each line that could not be compared"),
            new LinkList.Entry(
                MonthlySheetNames.NOT_MATCHED, "Remittance lines without a claim line"),
            new LinkList.Entry(
                MonthlySheetNames.PROVIDER_ADJUSTMENTS, "Adjustments outside claims (PLB)"),
            new LinkList.Entry(MonthlySheetNames.CONTROLS, "Totals that must agree"),
            new LinkList.Entry(MonthlySheetNames.FILES, "Files read, quarantined and known before"),
            new LinkList.Entry(MonthlySheetNames.DATA_QUALITY, "What is odd in the data"),
            new LinkList.Entry(MonthlySheetNames.HOW_TO_READ, "Definitions, rules and sources")));
  }
}
