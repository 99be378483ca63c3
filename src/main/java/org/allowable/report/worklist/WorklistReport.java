package org.allowable.report.worklist;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.CsvTable;
import org.allowable.report.FileTasks;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.ReportFileName;
import org.allowable.report.SheetList;
import org.allowable.report.Workbook;
import org.allowable.report.excel.WorkbookWriter;

/** Writes the worklist: the workbook that people edit, and its tables for other systems. */
public final class WorklistReport {

  private static final String JOB = "worklist";
  private static final String TITLE = "Worklist";

  private final String practice;
  private final LocalDate asOf;
  private final String runId;
  private final Map<String, Rows> marts;

  /**
   * A worklist.
   *
   * @param practice its name
   * @param asOf the day by which deadlines have passed or not
   * @param runId as the manifest states it
   * @param marts of the job worklist by table name
   */
  public WorklistReport(String practice, LocalDate asOf, String runId, Map<String, Rows> marts) {
    this.practice = practice;
    this.asOf = asOf;
    this.runId = runId;
    this.marts = Map.copyOf(marts);
  }

  /** What its workbook is called. */
  public static ReportFileName fileName(String practice, LocalDate asOf) {
    return ReportFileName.of(practice, asOf.toString(), "worklist");
  }

  /**
   * Writes the workbook, and {@code tables/} as CSV, into a folder.
   *
   * @return how it is listed among others
   * @throws IOException if the folder cannot be written
   */
  public ReportTitle write(Path folder) throws IOException {
    String file = fileName(practice, asOf).ending("xlsx");
    FileTasks.write(
        List.of(
            () -> WorkbookWriter.write(workbook(), folder.resolve(file)),
            () -> CsvTable.writeAll(marts, folder.resolve("tables"))));
    return new ReportTitle(TITLE, subtitle(), headline(), file);
  }

  private Workbook workbook() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", runId);
    properties.put("as of", asOf.toString());
    return new Workbook(
            TITLE,
            subtitle(),
            asOf.atStartOfDay().toInstant(ZoneOffset.UTC),
            true,
            properties,
            SheetList.of(JOB)
                .sheets(
                    Map.of(),
                    Map.of(
                        "worklist",
                        () -> List.of(new EditableSheet(rows("mart_worklist"), headline()).sheet()),
                        "summary",
                        () -> List.of(new WorklistSummarySheet(marts, asOf).sheet())),
                    this::rows,
                    MartTables.PLAIN))
        .called(fileName(practice, asOf));
  }

  private Rows rows(String mart) {
    return Objects.requireNonNull(marts.get(mart), mart);
  }

  private String subtitle() {
    return "%s \u00b7 as of %s".formatted(practice, Format.DATE.display(asOf));
  }

  private String headline() {
    Mart payers = Mart.of(rows("mart_worklist_payer"));
    BigDecimal lines = payers.sum("within_line_count");
    return "%s lines within their window, %s expected; %s sent and out; %s past deadline."
        .formatted(
            Format.COUNT.display(lines),
            Format.DOLLARS.display(payers.sum("within_amount")),
            Format.DOLLARS.display(payers.sum("still_out_amount")),
            Format.DOLLARS.display(payers.sum("lost_amount")));
  }
}
