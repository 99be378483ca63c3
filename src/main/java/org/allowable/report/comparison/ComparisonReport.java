package org.allowable.report.comparison;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CsvTable;
import org.allowable.report.FileTasks;
import org.allowable.report.Picture;
import org.allowable.report.ReportFileName;
import org.allowable.report.Sheet;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.allowable.report.excel.WorkbookWriter;
import org.allowable.report.html.PageFiles;
import org.allowable.report.html.PageWriter;
import org.jspecify.annotations.Nullable;

/** Writes the negotiator's workbook, its charts and tables, and what a payer may see. */
public final class ComparisonReport {

  private static final String HEAT_MAP = "multiples-by-payer-and-code";
  private static final String PER_UNIT = "allowed-per-unit";
  private static final String LEVERS = "levers";

  private final Comparison comparison;
  private final ComparisonFacts facts;
  private final Map<String, Chart> charts = new LinkedHashMap<>();
  private final Map<String, ChartSize> sizes = new LinkedHashMap<>();

  private ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
    this.facts = comparison.facts();
  }

  /**
   * What was written.
   *
   * @param title how the report is listed among others
   * @param exhibits the files for payers, in the order of the proposals
   */
  public record WrittenComparison(ReportTitle title, List<Path> exhibits) {}

  /**
   * Writes the workbook, named by practice and months, the same as a page, an exhibit for each
   * proposal and payer, {@code charts/} and {@code tables/} into a folder.
   *
   * @param marts of the job contract-comparison by table name
   * @throws IOException if the folder cannot be written
   */
  public static WrittenComparison write(Map<String, Rows> marts, ComparisonFacts facts, Path folder)
      throws IOException {
    ComparisonReport report = new ComparisonReport(new Comparison(marts, facts));
    report.draw();
    Map<ProposedRates, String> exhibits = PayerExhibit.files(report.comparison.proposals(), facts);
    String file = report.fileName().ending("xlsx");
    Workbook workbook = report.workbook(exhibits);
    FileTasks.write(
        List.of(
            () -> WorkbookWriter.write(workbook, folder.resolve(file)),
            () -> PageWriter.write(workbook, PageFiles.of(file), folder.resolve(PageWriter.FILE)),
            () -> report.exhibits(exhibits, folder),
            () -> report.pictures(Files.createDirectory(folder.resolve("charts"))),
            () -> CsvTable.writeAll(marts, folder.resolve("tables"))));
    return new WrittenComparison(
        new ReportTitle(
            workbook.title(),
            workbook.subtitle(),
            new Findings(report.comparison).headline(),
            file),
        exhibits.values().stream().map(folder::resolve).toList());
  }

  private void pictures(Path folder) throws IOException {
    for (Map.Entry<String, Chart> chart : charts.entrySet()) {
      ChartSize size = size(chart.getKey());
      ChartWriter.writePng(chart.getValue(), size, folder.resolve(chart.getKey() + ".png"));
      ChartWriter.writeSvg(chart.getValue(), size, folder.resolve(chart.getKey() + ".svg"));
    }
  }

  private ReportFileName fileName() {
    return facts.fileName("contract comparison");
  }

  private void exhibits(Map<ProposedRates, String> exhibits, Path folder) throws IOException {
    for (Map.Entry<ProposedRates, String> exhibit : exhibits.entrySet()) {
      WorkbookWriter.write(
          new PayerExhibit(comparison, exhibit.getKey()).workbook(asOf()),
          folder.resolve(exhibit.getValue()));
    }
  }

  private void draw() {
    ComparisonCharts drawn = new ComparisonCharts(comparison);
    keep(HEAT_MAP, drawn.heatMap(), ChartSize.FULL);
    for (ProposedRates proposed : comparison.proposals()) {
      keep(dumbbell(proposed), drawn.dumbbell(proposed), ChartSize.TALL);
    }
    String focus = comparison.focus();
    if (focus != null) {
      keep(LEVERS, drawn.levers(focus), ChartSize.FULL);
    }
    drawn.perUnit().ifPresent(chart -> keep(PER_UNIT, chart, ChartSize.FULL));
  }

  private void keep(String name, Chart chart, ChartSize size) {
    if (chart.hasValues()) {
      charts.put(name, chart);
      sizes.put(name, size);
    }
  }

  private static String dumbbell(ProposedRates proposed) {
    return "proposal-" + proposed.number();
  }

  private ChartSize size(String name) {
    return sizes.getOrDefault(name, ChartSize.FULL);
  }

  private @Nullable Picture picture(String name) {
    Chart chart = charts.get(name);
    return chart == null ? null : ChartWriter.picture(chart, size(name));
  }

  private Workbook workbook(Map<ProposedRates, String> exhibits) {
    AssumptionSheet assumptions = new AssumptionSheet(comparison);
    Map<String, BigDecimal> inputs = assumptions.values();
    Map<ProposedRates, ProposalSheet> proposals = new LinkedHashMap<>();
    for (ProposedRates proposed : comparison.shown()) {
      proposals.put(proposed, new ProposalSheet(proposed, facts, inputs));
    }
    // A summary that is about one payer leaves the picture of all to their sheet.
    boolean isAsked = comparison.asked() != null;
    FindingSheets findings = new FindingSheets(comparison);
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(summary(inputs, proposals, exhibits));
    sheets.addAll(new MultipleSheets(comparison, inputs).all(isAsked ? picture(HEAT_MAP) : null));
    sheets.add(findings.twoRates(picture(PER_UNIT)));
    sheets.add(findings.implied());
    sheets.add(findings.leaks());
    sheets.add(findings.levers(new LiveCharts(comparison, inputs).levers(picture(LEVERS))));
    sheets.add(findings.contracts());
    sheets.add(assumptions.sheet());
    proposals.forEach((proposed, sheet) -> sheets.add(sheet.sheet(picture(dumbbell(proposed)))));
    sheets.add(findings.coverage());
    sheets.add(new ComparisonHowToRead(comparison).sheet(List.copyOf(sheets)));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", facts.runId());
    properties.put("months", facts.firstMonth() + " to " + facts.lastMonth());
    return new Workbook(
            "Contract comparison",
            "%s \u00b7 contract comparison \u00b7 %s \u00b7 internal"
                .formatted(facts.practiceName(), facts.period()),
            asOf(),
            false,
            properties,
            sheets)
        .called(fileName());
  }

  private Sheet summary(
      Map<String, BigDecimal> inputs,
      Map<ProposedRates, ProposalSheet> proposals,
      Map<ProposedRates, String> exhibits) {
    List<Picture> pictures = new ArrayList<>();
    Picture heatMap = picture(HEAT_MAP);
    if (heatMap != null && comparison.asked() == null) {
      pictures.add(heatMap);
    }
    List<String> words = new ArrayList<>();
    exhibits.forEach(
        (proposed, file) ->
            words.add(
                "%s may go to %s: its own aggregates and the proposal %s, nothing of other payers, targets or leaks."
                    .formatted(file, proposed.payer(), proposed.name())));
    return new ComparisonSummarySheet(comparison, inputs, proposals).sheet(pictures, words);
  }

  // The period's end: a fixed point, so that the same inputs give the same file.
  private Instant asOf() {
    return facts.lastMonth().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
