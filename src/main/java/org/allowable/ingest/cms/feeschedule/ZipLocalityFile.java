package org.allowable.ingest.cms.feeschedule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.Periods;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.Reference;

/** ZIP codes with their carrier and locality, for whole years; the year 9999 means no end. */
public final class ZipLocalityFile {

  private static final Pattern FIVE_DIGITS = Pattern.compile("\\d{5}");
  private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
  private static final Pattern YEAR = Pattern.compile("20\\d\\d|9999");
  private static final int COLUMNS = 5;
  private static final int FROM_DATE = 3;
  private static final int TO_DATE = 4;

  private ZipLocalityFile() {}

  /**
   * Reads a file: rows of {@link Reference#ZIP_LOCALITY}.
   *
   * @throws org.allowable.model.InputException where a code or year is not one, or where a ZIP code
   *     has two localities at a time
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = false;
    for (SourceRow row : source.rows()) {
      if (!inRows) {
        inRows = HeaderColumns.name(row.cell(0)).equals("ZIP5");
      } else if (row.filled() > 0) {
        rows.add(new Row(row.line(), cells(source, row)));
      }
    }
    Periods.refuseOverlap(
        source,
        rows,
        FROM_DATE,
        TO_DATE,
        "this ZIP code has another locality at that time on line %d. Keep one.");
    return new SourceTable(source, Reference.ZIP_LOCALITY, rows);
  }

  private static List<String> cells(CmsFile source, SourceRow row) {
    SourceCells cells = new SourceCells(source, row);
    if (row.cells().size() > COLUMNS) {
      throw cells.wrong("6", "5 columns", "more");
    }
    String last = cells.code(4, "to_year", 4, YEAR);
    return List.of(
        cells.code(0, "zip5", 5, FIVE_DIGITS),
        cells.code(1, "carrier", 5, FIVE_DIGITS),
        cells.code(2, "locality", 2, TWO_DIGITS),
        cells.code(3, "from_year", 4, YEAR) + "-01-01",
        last.equals("9999") ? "" : last + "-12-31");
  }
}
