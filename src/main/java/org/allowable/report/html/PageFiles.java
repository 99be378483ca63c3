package org.allowable.report.html;

/**
 * What lies beside a page, by name relative to it.
 *
 * @param workbook the workbook that shows the same
 * @param tables the folder of the CSV tables; empty where the page does not lead there
 * @param allReports the page that lists all runs; empty where the page does not lead there
 */
public record PageFiles(String workbook, String tables, String allReports) {

  /** A run's usual files: its workbook, {@code tables/}, and the list of runs above it. */
  public static PageFiles of(String workbook) {
    return new PageFiles(workbook, "tables", "../" + RunIndex.FILE);
  }

  /** The same for a page that is handed on with its workbook alone: no tables, no other runs. */
  public PageFiles alone() {
    return new PageFiles(workbook, "", "");
  }
}
