package org.allowable.ingest.cms.facility;

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

/**
 * Wage indices in a layout of our own, comma separated or a sheet: {@code
 * cbsa,effective_from_date,effective_to_date,wage_index}. The area is CMS's five digits, or two of
 * a state for its rural area; dates are ISO, the last one inclusive and empty where there is no
 * end; the index has at most four decimals.
 */
public final class WageIndexFile {

  // As HeaderColumns writes them.
  private static final List<String> NAMES =
      List.of("CBSA", "EFFECTIVE FROM DATE", "EFFECTIVE TO DATE", "WAGE INDEX");

  private static final Pattern AREA = Pattern.compile("\\d{5}|\\d{2}");

  private WageIndexFile() {}

  /** Whether names, as {@link HeaderColumns#name} writes them, are those of the layout. */
  public static boolean isHeader(List<String> names) {
    return names.equals(NAMES);
  }

  /**
   * Reads a file: rows of {@link Reference#WAGE_INDEX}.
   *
   * @throws org.allowable.model.InputException where a cell is not as the layout says, or an area
   *     has two indices on a day
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = false;
    for (SourceRow row : source.rows()) {
      if (!inRows) {
        inRows = HeaderColumns.name(row.cell(0)).equals(NAMES.get(0));
      } else if (row.filled() > 0) {
        rows.add(new Row(row.line(), cells(new SourceCells(source, row))));
      }
    }
    Periods.refuseOverlap(
        source, rows, 1, 2, "this area has another index at that time on line %d. Keep one.");
    return new SourceTable(source, Reference.WAGE_INDEX, rows);
  }

  private static List<String> cells(SourceCells cells) {
    String from = cells.dayOrNothing(1, "effective_from_date");
    String to = cells.dayOrNothing(2, "effective_to_date");
    if (from.isEmpty()) {
      throw cells.wrong("effective_from_date", "a date such as 2025-01-31", "nothing");
    }
    if (!to.isEmpty() && to.compareTo(from) < 0) {
      throw cells.wrong("effective_to_date", "no day before the first one", "an earlier one");
    }
    String index = cells.decimal(3, "wage_index", 6, 4);
    if (index.equals("0.0000")) {
      throw cells.wrong("wage_index", "an index above zero", "zero");
    }
    return List.of(cells.code(0, "cbsa", 2, AREA), from, to, index);
  }
}
