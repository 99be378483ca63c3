package org.allowable.ingest.cms.feeschedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.model.InputException;

/**
 * CMS's ZIP code to carrier locality file (ZIP5) of a quarter, as fixed columns or as a sheet.
 *
 * <p>Source: the Zip5 Record Layout (ZIP5lyout.txt) that CMS packs with it: state 1-2, ZIP code
 * 3-7, carrier 8-12, pricing locality 13-14, rural indicator 15, laboratory locality 16-17, second
 * rural indicator 18, plus-four flag 21, part B payment indicator 23, year and quarter (YYYYQ)
 * 76-80. The sheet names the columns STATE, ZIP CODE, CARRIER, LOCALITY and YEAR/QTR. A ZIP code
 * whose plus-four flag is 1 has more localities than this file says; we keep the one it says.
 */
public final class ZipSnapshotFile {

  private static final Pattern FIXED =
      Pattern.compile("[A-Z]{2}\\d{5}\\d{5}\\d{2}.{7} .{53}20\\d\\d[1-4]\\s*");

  // The same package's file of nine digits has the last four after the flag.
  private static final Pattern PLUS_FOUR =
      Pattern.compile("[A-Z]{2}\\d{5}\\d{5}\\d{2}.{7}\\d{4}.{50}20\\d\\d[1-4]\\s*");
  private static final int[][] POSITIONS = {{2, 7}, {7, 12}, {12, 14}, {75, 80}};
  private static final Pattern FIVE_DIGITS = Pattern.compile("\\d{5}");
  private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
  private static final Pattern QUARTER = Pattern.compile("20\\d\\d[1-4]");

  /**
   * What a file says.
   *
   * @param source the file
   * @param day first day of its quarter, ISO
   * @param localities carrier (five digits) and locality (two) by ZIP code of five digits
   */
  public record Snapshot(CmsFile source, String day, Map<String, List<String>> localities) {}

  private record Columns(int zip, int carrier, int locality, int quarter) {}

  private ZipSnapshotFile() {}

  /** Whether a line is a row of fixed columns. */
  public static boolean isFixed(String line) {
    return FIXED.matcher(line).matches();
  }

  /** Whether a line is a row of the file of nine digits. */
  public static boolean isPlusFour(String line) {
    return PLUS_FOUR.matcher(line).matches();
  }

  /** Whether names, as {@link HeaderColumns#name} writes them, are those of the sheet. */
  public static boolean isHeader(List<String> names) {
    return names.containsAll(List.of("ZIP CODE", "CARRIER", "LOCALITY", "YEAR/QTR"));
  }

  /**
   * Reads a file.
   *
   * @throws InputException where a code is not one, a ZIP code has two localities or the rows are
   *     of several quarters
   */
  public static Snapshot read(RecognizedFile file) {
    CmsFile source = file.source();
    boolean isFixed = file.kind() == FileKind.ZIP_SNAPSHOT_FIXED;
    Columns columns = isFixed ? new Columns(0, 1, 2, 3) : null;
    Map<String, List<String>> localities = new TreeMap<>();
    String quarter = "";
    for (SourceRow row : isFixed ? source.fixedRows() : source.rows()) {
      if (columns == null) {
        List<String> names = row.cells().stream().map(HeaderColumns::name).toList();
        columns = isHeader(names) ? columns(source, row) : null;
      } else if (row.filled() > 0) {
        SourceCells cells = new SourceCells(source, isFixed ? split(row) : row);
        quarter = quarter(cells, columns, quarter);
        take(cells, columns, localities);
      }
    }
    if (localities.isEmpty()) {
      throw new InputException(source.path() + ": the file has no rows. Take it from CMS again.");
    }
    return new Snapshot(source, firstDay(quarter), localities);
  }

  private static Columns columns(CmsFile source, SourceRow header) {
    HeaderColumns columns = HeaderColumns.of(source, header);
    return new Columns(
        columns.only("ZIP code", n -> n.equals("ZIP CODE")),
        columns.only("carrier", n -> n.equals("CARRIER")),
        columns.only("locality", n -> n.equals("LOCALITY")),
        columns.only("year and quarter", n -> n.equals("YEAR/QTR")));
  }

  private static SourceRow split(SourceRow row) {
    String line = row.cell(0);
    if (!isFixed(line)) {
      return new SourceRow(row.line(), List.of(line));
    }
    List<String> cells = new ArrayList<>();
    for (int[] position : POSITIONS) {
      cells.add(line.substring(position[0], position[1]));
    }
    return new SourceRow(row.line(), cells);
  }

  private static String quarter(SourceCells cells, Columns columns, String before) {
    String quarter = cells.code(columns.quarter(), "year and quarter", 5, QUARTER);
    if (!before.isEmpty() && !before.equals(quarter)) {
      throw cells.wrong("year and quarter", "the quarter of the rows above", "another one");
    }
    return quarter;
  }

  private static void take(
      SourceCells cells, Columns columns, Map<String, List<String>> localities) {
    String zip = cells.code(columns.zip(), "ZIP code", 5, FIVE_DIGITS);
    List<String> locality =
        List.of(
            cells.code(columns.carrier(), "carrier", 5, FIVE_DIGITS),
            cells.code(columns.locality(), "locality", 2, TWO_DIGITS));
    List<String> known = localities.putIfAbsent(zip, locality);
    if (known != null && !known.equals(locality)) {
      throw cells.wrong("ZIP code", "one locality for a ZIP code", "another one than above");
    }
  }

  private static String firstDay(String quarter) {
    int month = 3 * (quarter.charAt(4) - '1') + 1;
    return "%s-%02d-01".formatted(quarter.substring(0, 4), month);
  }
}
