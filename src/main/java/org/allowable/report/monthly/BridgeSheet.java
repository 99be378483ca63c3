package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.Format;
import org.allowable.report.Link;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.WaterfallChart;
import org.allowable.report.chart.ChartWriter;

/** Why allowed and paid are not what they were in an earlier period, to the cent. */
final class BridgeSheet {

  private static final String NOTE =
      "All answered lines count, also those with no expected rate. Causes are taken in the order of"
          + " the table, each at the earlier {period}'s figures for those after it; they add up to the"
          + " change to the cent. A cause leads to its payers and procedures.";

  private final ReportPeriod period;
  private final Mart bridge;

  /**
   * The sheet's parts.
   *
   * @param bridge {@code mart_bridge}
   */
  BridgeSheet(ReportPeriod period, Mart bridge) {
    this.period = period;
    this.bridge = bridge;
  }

  /**
   * The sheet.
   *
   * @param completeness what is not whole on file, in sentences
   */
  Sheet sheet(String completeness) {
    List<Block> blocks = new ArrayList<>();
    Map<String, WaterfallChart> charts = charts();
    if (charts.isEmpty()) {
      blocks.add(
          TextBlock.of(
              "",
              period.unit() == PeriodUnit.YEAR
                  ? "No answered line is on file of the year before."
                  : period
                      .unit()
                      .said(
                          "No answered line is on file of the {period} before or of a year ago.")));
    }
    List<WaterfallChart> all = List.copyOf(charts.values());
    List<TableBlock> tables = tables();
    // On paper each comparison is a page of its own.
    for (int i = 0; i + 1 < all.size(); i += 2) {
      blocks.add(
          PictureBlock.of(
              ChartWriter.picture(all.get(i), ChartSize.PRINTED),
              ChartWriter.picture(all.get(i + 1), ChartSize.PRINTED)));
      blocks.add(tables.get(i / 2));
    }
    return new Sheet(
        period.unit().said(MonthlySheetNames.BRIDGE),
        period.unit().said("{Period}-to-{period} bridge"),
        (period.unit().said(NOTE) + " " + completeness).strip(),
        blocks,
        Page.PORTRAIT);
  }

  /** The change from each earlier period by cause. */
  List<TableBlock> tables() {
    return bridges().stream().map(this::table).toList();
  }

  /** File name without ending, to chart. */
  Map<String, WaterfallChart> charts() {
    Map<String, WaterfallChart> charts = new LinkedHashMap<>();
    for (String held : bridges()) {
      for (String bridged : List.of("ALLOWED", "PAID")) {
        String name = "bridge_%s_%s".formatted(bridged, held).toLowerCase(Locale.ROOT);
        charts.put(name.replace('_', '-'), chart(of(held, bridged)));
      }
    }
    return charts;
  }

  private List<String> bridges() {
    return bridge.lines().stream().map(line -> line.text("bridge")).distinct().toList();
  }

  private Mart of(String held, String bridged) {
    return bridge.where(
        line -> line.text("bridge").equals(held) && line.text("bridged").equals(bridged));
  }

  private WaterfallChart chart(Mart steps) {
    List<Mart.Line> lines = steps.lines();
    Mart.Line first = lines.get(0);
    Mart.Line last = lines.get(lines.size() - 1);
    List<Mart.Line> causes = lines.subList(1, lines.size() - 1);
    return new WaterfallChart(
        title(first, causes, last),
        "Change from %s to %s, by cause".formatted(earlier(first), period.inWords()),
        Format.DOLLARS,
        "",
        new Chart.Bar(earlier(first), first.number("step_amount")),
        causes.stream()
            .filter(cause -> cause.number("step_amount").signum() != 0)
            .map(cause -> new WaterfallChart.Cause(label(cause), cause.number("step_amount")))
            .toList(),
        period.inWords());
  }

  private String title(Mart.Line first, List<Mart.Line> causes, Mart.Line last) {
    BigDecimal change = last.number("step_amount").subtract(first.number("step_amount"));
    String amounts = CodeLabels.of("bridged", first.text("bridged"));
    if (change.signum() == 0) {
      return amounts + " as in " + earlier(first);
    }
    Mart.Line cause =
        causes.stream()
            .filter(one -> one.number("step_amount").signum() == change.signum())
            .max(Comparator.comparing(one -> one.number("step_amount").abs()))
            .orElseThrow();
    return "%s %s %s from %s; largest cause: %s"
        .formatted(
            amounts,
            change.signum() < 0 ? "fell" : "rose",
            Format.DOLLARS.brief(change.abs()),
            earlier(first),
            lowered(label(cause)));
  }

  private static String lowered(String words) {
    boolean isName = words.startsWith("Medicare");
    return isName ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private String earlier(Mart.Line line) {
    return ReportPeriod.parse(period.unit(), line.text("base_period")).inWords();
  }

  private String label(Mart.Line step) {
    return switch (step.text("step")) {
      case "BASE" -> earlier(step);
      case "MONTH", "QUARTER", "YEAR" -> period.inWords();
      default -> CodeLabels.of("step", step.text("step"));
    };
  }

  private TableBlock table(String held) {
    List<Mart.Line> allowed = of(held, "ALLOWED").lines();
    List<Mart.Line> paid = of(held, "PAID").lines();
    List<ReportRow> rows = new ArrayList<>();
    for (int i = 0; i < allowed.size(); i++) {
      rows.add(
          ReportRow.of(
              Link.to(MonthlySheetNames.BRIDGE_DETAIL, label(allowed.get(i))),
              allowed.get(i).number("step_amount"),
              paid.get(i).number("step_amount")));
    }
    Column step = ColumnBook.named("step", period.unit());
    Column amount = ColumnBook.named("step_amount", period.unit());
    List<Column> columns =
        List.of(
            step,
            amount.header(CodeLabels.of("bridged", "ALLOWED")),
            amount.header(CodeLabels.of("bridged", "PAID")));
    return new TableBlock(
        "%s to %s".formatted(earlier(allowed.get(0)), period.inWords()), columns, rows, false, -1);
  }
}
