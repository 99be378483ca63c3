package org.allowable.ingest.cms.feeschedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/**
 * CMS's OPPSCAP file: what a technical component may cost at most, by locality; as comma separated
 * text, workbook or fixed columns. CMS's read-me lays out no columns of the last: they were read
 * from the file of October 2025 (code 1-5, modifier 6-7, status 9, carrier 11-15, locality 18-19,
 * then both prices, which end in 28 and 38) and hold what its comma separated text does.
 */
public final class OppsCapFile {

  private static final int COLUMNS = 7;
  private static final Pattern MODIFIER = Pattern.compile("|TC|26");
  private static final Pattern STATUS = Pattern.compile("[A-Z]");
  private static final Pattern CARRIER = Pattern.compile("\\d{5}");
  private static final Pattern LOCALITY = Pattern.compile("\\d{2}");

  private static final Pattern FIXED =
      Pattern.compile(
          "([A-Z0-9]{5})([A-Z0-9 ]{2}) ([A-Z]) (\\d{5}) {2}(\\d{2}) {1,8}(\\d{1,6}\\.\\d{2})"
              + " {1,9}(\\d{1,6}\\.\\d{2})\\s*");

  private OppsCapFile() {}

  /** Whether a line is a row of fixed columns. */
  public static boolean isFixed(String line) {
    return FIXED.matcher(line).matches();
  }

  /**
   * Reads a file: rows of {@link Reference#OPPS_CAP}, prices in US dollars.
   *
   * @throws InputException where a code or amount is not as CMS writes it, or where a code has
   *     fewer localities than another
   */
  public static SourceTable read(RecognizedFile file) {
    SourceTable table = new SourceTable(file.source(), Reference.OPPS_CAP, rows(file));
    refuseGaps(table);
    return table;
  }

  /**
   * Reads a file that holds some codes or localities of its release alone: rows as {@link #read}.
   *
   * @throws InputException where a code or amount is not as CMS writes it
   */
  public static SourceTable extract(RecognizedFile file) {
    return new SourceTable(file.source(), Reference.OPPS_CAP, rows(file));
  }

  private static List<Row> rows(RecognizedFile file) {
    CmsFile source = file.source();
    boolean isFixed = file.kind() == FileKind.OPPS_CAP_FIXED;
    List<Row> rows = new ArrayList<>();
    boolean inRows = isFixed;
    for (SourceRow row : isFixed ? source.fixedRows() : source.rows()) {
      SourceRow cells = isFixed ? split(row) : row;
      if (!inRows) {
        inRows = row.cell(0).equalsIgnoreCase("HCPCS");
      } else if (cells.filled() > 1) {
        rows.add(new Row(row.line(), cells(source, cells)));
      }
    }
    return rows;
  }

  // A line that is no row is a note or an end-of-file mark, unless it starts as a row does.
  private static SourceRow split(SourceRow row) {
    String line = row.cell(0);
    Matcher match = FIXED.matcher(line);
    if (!match.matches()) {
      return SourceRow.CODE.matcher(line).lookingAt()
          ? new SourceRow(row.line(), List.of(line.substring(0, 5), "?"))
          : new SourceRow(row.line(), List.of());
    }
    List<String> cells = new ArrayList<>();
    for (int group = 1; group <= match.groupCount(); group++) {
      cells.add(match.group(group).strip());
    }
    return new SourceRow(row.line(), cells);
  }

  private static List<String> cells(CmsFile source, SourceRow row) {
    SourceCells cells = new SourceCells(source, row);
    if (row.cells().size() > COLUMNS) {
      throw cells.wrong("8", "7 columns", "more");
    }
    return List.of(
        cells.code(0, "HCPCS", 5, SourceRow.CODE),
        cells.code(1, "MOD", 2, MODIFIER),
        cells.code(2, "PROCSTAT", 1, STATUS),
        cells.code(3, "CARRIER", 5, CARRIER),
        cells.code(4, "LOCALITY", 2, LOCALITY),
        cells.decimal(5, "FACILITY PRICE", 12, 2),
        cells.decimal(6, "NON-FACILITY PRICE", 12, 2));
  }

  private static void refuseGaps(SourceTable table) {
    Map<List<String>, Integer> localities = new HashMap<>();
    for (Row row : table.rows()) {
      localities.merge(row.cells().subList(0, 2), 1, Integer::sum);
    }
    int most = localities.values().stream().max(Integer::compare).orElse(0);
    long incomplete = localities.values().stream().filter(count -> count < most).count();
    if (incomplete > 0) {
      throw new InputException(
          "%s: %d of %d codes lack some of the %d localities. %s"
              .formatted(
                  table.source().path(), incomplete, localities.size(), most, SourceTable.WHOLE));
    }
  }
}
