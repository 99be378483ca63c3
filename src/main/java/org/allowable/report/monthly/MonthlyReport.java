package org.allowable.report.monthly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.WorkRvuConvention;
import org.allowable.model.ReportPeriod;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.Chart;
import org.allowable.report.CsvTable;
import org.allowable.report.FileTasks;
import org.allowable.report.Format;
import org.allowable.report.MartTables;
import org.allowable.report.ReportFileName;
import org.allowable.report.Sheet;
import org.allowable.report.SheetList;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.allowable.report.excel.WorkbookWriter;
import org.allowable.report.html.PageFiles;
import org.allowable.report.html.PageWriter;
import org.allowable.report.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** Writes the workbook and the charts of a month, quarter or year from its marts. */
public final class MonthlyReport {

  private final Practice practice;
  private final ReportPeriod period;
  private final DateBasis dateBasis;
  private final String runId;
  private final String engine;
  private final Map<String, Long> counts;
  private final Map<String, String> references;
  private final Marts marts;
  private @Nullable Workbook workbook;

  /**
   * A report.
   *
   * @param runId as the manifest states it
   * @param engine what calculated it, and why that
   * @param counts rows at the places worth knowing
   * @param references reference files with their sha256
   * @param marts by table name
   */
  public MonthlyReport(
      Practice practice,
      ReportPeriod period,
      DateBasis dateBasis,
      String runId,
      String engine,
      Map<String, Long> counts,
      Map<String, String> references,
      Map<String, Rows> marts) {
    this.practice = practice;
    this.period = period;
    this.dateBasis = dateBasis;
    this.runId = runId;
    this.engine = engine;
    this.counts = counts;
    this.references = references;
    this.marts = new Marts(marts);
  }

  /**
   * Writes the workbook and the board pack, named by practice and period, the workbook as a page,
   * {@code charts/} and {@code tables/} into a folder.
   *
   * @return how it is listed among others
   * @throws IOException if the folder cannot be written
   */
  public ReportTitle write(Path folder) throws IOException {
    String file = fileName(reportName()).ending("xlsx");
    // The page is short and comes last: by then the workbook is laid out for its own file.
    FileTasks.write(
        List.of(
            () -> WorkbookWriter.write(workbook(), folder.resolve(file)),
            () -> pictures(Files.createDirectory(folder.resolve("charts"))),
            () ->
                CsvTable.writeAll(
                    marts.byName(), folder.resolve("tables"), period.unit()::columnName),
            () ->
                PdfWriter.write(
                    new BoardPack(period, dateBasis, marts, charts(""), runId)
                        .workbook(subtitle(), asOf()),
                    folder.resolve(fileName("board pack").ending("pdf"))),
            () ->
                PageWriter.write(workbook(), PageFiles.of(file), folder.resolve(PageWriter.FILE))));
    return new ReportTitle(
        period.unit().reportTitle(), subtitle(), marts.sentence(period, dateBasis), file);
  }

  private String reportName() {
    return period.unit().reportTitle().toLowerCase(Locale.ROOT);
  }

  // The other date basis makes another workbook of the same period.
  private ReportFileName fileName(String what) {
    String basis = dateBasis == DateBasis.PAYMENT ? " by payment date" : "";
    return ReportFileName.of(practice.name(), period.label(), what + basis);
  }

  private void pictures(Path folder) throws IOException {
    for (Map.Entry<String, Chart> chart : charts(subtitle()).entrySet()) {
      ChartWriter.writePng(chart.getValue(), folder.resolve(chart.getKey() + ".png"));
      ChartWriter.writeSvg(chart.getValue(), folder.resolve(chart.getKey() + ".svg"));
    }
  }

  private Map<String, Chart> charts(String about) {
    Map<String, Chart> charts =
        new MonthlyCharts(
                about,
                dateBasis,
                period,
                marts.variance(period),
                marts.deniedReasons(),
                marts.small("mart_trend"))
            .all();
    charts.putAll(more().charts());
    charts.putAll(bridge().charts());
    return charts;
  }

  private ChartSheet more() {
    return new ChartSheet(period, dateBasis, marts);
  }

  private BridgeSheet bridge() {
    return new BridgeSheet(period, marts.small("mart_bridge"));
  }

  // Once, for whoever asks first.
  private synchronized Workbook workbook() {
    if (workbook == null) {
      workbook = layOut();
    }
    return workbook;
  }

  private Workbook layOut() {
    List<Sheet> sheets = new ArrayList<>();
    // The sheet's own head says what its charts are about.
    SheetList list = SheetList.of("monthly-report");
    Map<String, String> words = words();
    sheets.addAll(
        list.sheets(
            words,
            Map.of(
                "summary",
                () ->
                    List.of(
                        new MonthlySummarySheet(
                                period, dateBasis, marts, charts(""), list.contents(words))
                            .sheet()),
                "charts",
                () -> List.of(more().sheet(charts("").get("denial-rate-trend"))),
                "payers",
                () -> new PayerSheets(period, dateBasis, marts, list.names(words)).all(),
                "bridge",
                () -> List.of(bridge().sheet(marts.completeness(period))),
                "denials_by_physician",
                () -> List.of(new PhysicianDenialSheet(marts).sheet())),
            marts::rows,
            MartTables.of(period.unit())));
    sheets.replaceAll(marts::known);
    sheets.add(
        MonthlyHowToRead.sheet(
            practice,
            period.unit(),
            dateBasis,
            runId,
            engine,
            counts,
            references,
            marts,
            List.copyOf(sheets)));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", runId);
    properties.put("report " + period.unit().word(), period.label());
    return new Workbook(period.unit().reportTitle(), subtitle(), asOf(), true, properties, sheets)
        .called(fileName(reportName()));
  }

  private Map<String, String> words() {
    Practice.Thresholds limits = practice.thresholds();
    WorkRvuConvention convention = practice.workRvu();
    boolean isCash = dateBasis == DateBasis.PAYMENT;
    boolean countsDenied = convention.deniedLines() == WorkRvuConvention.DeniedLines.COUNTED;
    MeasureColumns measures = new MeasureColumns(period.unit());
    Map<String, String> words = new HashMap<>(period.unit().words());
    words.putAll(
        Map.ofEntries(
            Map.entry("report_period", period.label()),
            Map.entry("bridge", "PRIOR_" + period.unit().name()),
            Map.entry("measure_value", measures.rates().get(0)),
            Map.entry("earlier_values", MeasureColumns.afterFirst(measures.rates())),
            Map.entry("measure_day", measures.days().get(0)),
            Map.entry("earlier_days", MeasureColumns.afterFirst(measures.days())),
            Map.entry("measure_sums", measures.sums()),
            Map.entry("mean_months", measures.meanMonths()),
            Map.entry("underpaid_amount", Format.MONEY.display(limits.underpaidAmount())),
            Map.entry("underpaid_share", Format.RATE.display(limits.underpaidShare())),
            Map.entry("queue_amount", Format.MONEY.display(limits.queueAmount())),
            Map.entry("queue_share", Format.RATE.display(limits.queueShare())),
            Map.entry("denied_counted", countsDenied ? ", and denied ones" : ""),
            Map.entry("work_rvu_convention", convention.sentence()),
            Map.entry(
                "policy_changes",
                new PolicyChangeText(marts.small("mart_policy_change_payer")).sentence()),
            Map.entry("false_alarm_level", PolicyChangeText.FALSE_ALARMS),
            Map.entry("paid", isCash ? "paid_amount as period_paid_amount" : "paid_amount"),
            Map.entry("month_paid", isCash ? "paid_amount as month_paid_amount" : "paid_amount"),
            Map.entry("unapplied", isCash ? ", unmatched_paid_amount" : ""),
            Map.entry("recent_months", isCash ? "" : " Recent months incomplete."),
            Map.entry(
                "recent_answers",
                isCash ? "" : " Rates by month of service: recent months incomplete.")));
    return words;
  }

  // The period's end: a fixed point, so that the same inputs give the same file.
  private Instant asOf() {
    return period.last().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private String subtitle() {
    return "%s · %s by %s date"
        .formatted(practice.name(), period.inWords(), dateBasis.name().toLowerCase(Locale.ROOT));
  }
}
