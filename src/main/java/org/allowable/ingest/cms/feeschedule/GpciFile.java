package org.allowable.ingest.cms.feeschedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/**
 * Geographic practice cost indices: CMS's addendum E as comma separated text, workbook or fixed
 * columns, and a re-export. With one work index, or with two: with the floor of 1.0 and without.
 * Notes below the rows and the asterisks that point to them stay behind.
 */
public final class GpciFile {

  private static final Pattern FIXED =
      Pattern.compile(
          "(\\d{5})\\s+([A-Z]{2})\\s+(\\d{2})\\s+(\\S.*?)\\s+(?:(\\d\\.\\d+)\\s+)?"
              + "(\\d\\.\\d+)\\s+(\\d\\.\\d+)\\s+(\\d\\.\\d+)");

  private static final Pattern CARRIER = Pattern.compile("\\d{5}");
  private static final Pattern LOCALITY = Pattern.compile("\\d{2}");
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

  private GpciFile() {}

  /** Whether a row names the columns of geographic indices. */
  public static boolean isHeader(SourceRow row) {
    return GpciColumns.isHeader(row);
  }

  /**
   * Reads a file: rows of {@link Reference#GPCI}.
   *
   * @param isFloorLaw whether the law sets a floor on its first day; where it does not, a work
   *     index that does not say that it has one is the locality's own
   * @throws InputException where a column, code or number is not as CMS writes it
   */
  public static SourceTable read(RecognizedFile file, boolean isFloorLaw) {
    CmsFile source = file.source();
    boolean isFixed = file.kind() == FileKind.GPCI_FIXED;
    List<SourceRow> all = isFixed ? source.fixedRows() : source.rows();
    GpciColumns columns = isFixed ? new GpciColumns(0, 1, 2, 3, 5, 4, 6, 7) : null;
    List<Row> rows = new ArrayList<>();
    for (SourceRow row : all) {
      SourceRow cells = isFixed ? split(row) : row;
      if (columns == null) {
        columns = GpciColumns.isHeader(row) ? GpciColumns.of(source, row, isFloorLaw) : null;
      } else if (!isNote(cells)) {
        rows.add(new Row(row.line(), cells(source, cells, columns)));
      }
    }
    return new SourceTable(source, Reference.GPCI, rows);
  }

  // In fixed columns a line that starts with a contractor's number is a row, else a note.
  private static SourceRow split(SourceRow row) {
    String line = row.cell(0).strip();
    Matcher match = FIXED.matcher(line);
    if (!match.matches()) {
      return CARRIER.matcher(line).lookingAt()
          ? new SourceRow(row.line(), List.of(line, "?"))
          : new SourceRow(row.line(), List.of());
    }
    List<String> cells = new ArrayList<>();
    for (int group = 1; group <= match.groupCount(); group++) {
      cells.add(match.group(group) == null ? "" : match.group(group));
    }
    // Of two work indices the higher one has the floor, in whichever order they stand.
    if (!cells.get(4).isEmpty()
        && new BigDecimal(cells.get(4)).compareTo(new BigDecimal(cells.get(5))) > 0) {
      Collections.swap(cells, 4, 5);
    }
    return new SourceRow(row.line(), cells);
  }

  private static boolean isNote(SourceRow row) {
    return row.filled() <= 1;
  }

  private static List<String> cells(CmsFile source, SourceRow row, GpciColumns columns) {
    SourceCells cells = new SourceCells(source, row);
    String work = index(cells, columns.work(), "PW GPCI");
    boolean isOwnKnown =
        columns.ownWork() != HeaderColumns.NONE && !row.cell(columns.ownWork()).isEmpty();
    String own = isOwnKnown ? index(cells, columns.ownWork(), "PW GPCI (without 1.0 Floor)") : "";
    if (isOwnKnown && new BigDecimal(own).compareTo(new BigDecimal(work)) > 0) {
      throw cells.wrong(
          "PW GPCI (with 1.0 Floor)", "no less than the index without the floor", "less");
    }
    return List.of(
        cells.code(columns.carrier(), "MAC", 5, CARRIER),
        cells.code(columns.locality(), "Locality Number", 2, LOCALITY),
        cells.code(columns.state(), "State", 2, STATE),
        withoutMarks(cells.padded(columns.name(), 1)),
        work,
        index(cells, columns.pe(), "PE GPCI"),
        index(cells, columns.mp(), "MP GPCI"),
        own);
  }

  private static String index(SourceCells cells, int position, String column) {
    String index = cells.decimal(position, column, 5, 3);
    if (index.equals("0.000")) {
      throw cells.wrong(column, "an index above zero", "zero");
    }
    return index;
  }

  private static String withoutMarks(String name) {
    return name.replaceAll("\\*+$", "").strip();
  }
}
