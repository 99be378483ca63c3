package org.allowable.ingest.cms.feeschedule;

import java.util.ArrayList;
import java.util.List;
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
 * CMS's physician fee schedule relative value file (PPRRVU) in its layouts: comma separated or
 * workbook of 31 columns, of 32 columns from 2026 (a pricing indicator before the endoscopic base
 * code), a re-export with other column names, and fixed columns.
 */
public final class RelativeValueFile {

  private static final List<String> NAMES =
      List.of(
          ("HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,"
                  + "TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,"
                  + "FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT")
              .split(","));

  private static final List<String> RE_EXPORTED_NAMES =
      List.of(
          ("HCPCS,MOD,DESCRIPTION,STATUS CODE,NOT USED FOR MEDICARE PAYMENT,WORK RVU,"
                  + "NON FAC PE RVU,NON FAC INDICATOR,FACILITY PE RVU,FACILITY INDICATOR,MP RVU,"
                  + "NON FACILITY TOTAL,FACILITY TOTAL,PCTC IND,GLOB DAYS,PRE OP,INTRA OP,POST OP,"
                  + "MULT PROC,BILAT SURG,ASST SURG,CO SURG,TEAM SURG,ENDO BASE,CONV FACTOR,"
                  + "PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES,CALCULATION FLAG,"
                  + "DIAGNOSTIC IMAGING FAMILY INDICATOR,"
                  + "NON FACILITY PE USED FOR OPPS PAYMENT AMOUNT,"
                  + "FACILITY PE USED FOR OPPS PAYMENT AMOUNT,MP USED FOR OPPS PAYMENT AMOUNT")
              .split(","));

  private static final int PRICING_INDICATOR = 23;

  private static final Pattern MODIFIER = Pattern.compile("|26|TC|53");
  private static final Pattern STATUS = Pattern.compile("[A-Z]");

  private RelativeValueFile() {}

  /** Whether a line is a row of fixed columns. */
  public static boolean isFixed(String line) {
    return FixedRelativeValue.isRow(line);
  }

  /**
   * Reads a file: rows of {@link Reference#RELATIVE_VALUE}.
   *
   * @throws InputException where a header, code or number is not as CMS writes it
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = file.kind() == FileKind.RELATIVE_VALUE_FIXED;
    int width = NAMES.size();
    for (SourceRow row : rows(file)) {
      if (!inRows) {
        inRows = row.cell(0).equalsIgnoreCase("HCPCS");
        width = inRows ? width(source, row) : width;
      } else if (!row.isNote()) {
        rows.add(new Row(row.line(), cells(source, narrowed(source, row, width))));
      }
    }
    return new SourceTable(source, Reference.RELATIVE_VALUE, rows);
  }

  private static List<SourceRow> rows(RecognizedFile file) {
    return file.kind() == FileKind.RELATIVE_VALUE_FIXED
        ? file.source().fixedRows().stream().map(FixedRelativeValue::row).toList()
        : file.source().rows();
  }

  private static int width(CmsFile source, SourceRow header) {
    List<String> names = header.cells().stream().map(HeaderColumns::name).toList();
    if (names.equals(NAMES) || names.equals(RE_EXPORTED_NAMES)) {
      return NAMES.size();
    }
    List<String> wider = new ArrayList<>(NAMES);
    wider.add(PRICING_INDICATOR, "IND");
    if (names.equals(wider)) {
      return wider.size();
    }
    throw new InputException(
        "%s, line %d: the %d column names are not those of a relative value file that we know. "
                .formatted(source.path(), header.line(), names.size())
            + "If CMS changed the layout, a new version of this program must learn it.");
  }

  private static SourceRow narrowed(CmsFile source, SourceRow row, int width) {
    if (row.cells().size() > width) {
      throw new InputException(
          "%s, line %d: expected %d columns, found %d. Take the file from CMS again."
              .formatted(source.path(), row.line(), width, row.cells().size()));
    }
    if (width == NAMES.size()) {
      return row;
    }
    List<String> cells = new ArrayList<>(row.cells());
    cells.remove(PRICING_INDICATOR);
    return new SourceRow(row.line(), cells);
  }

  private static List<String> cells(CmsFile source, SourceRow row) {
    SourceCells cells = new SourceCells(source, row);
    return List.of(
        cells.code(0, "HCPCS", 5, SourceRow.CODE),
        cells.code(1, "MOD", 2, MODIFIER),
        cells.code(3, "STATUS CODE", 1, STATUS),
        cells.decimal(5, "WORK RVU", 7, 2),
        cells.decimal(6, "NON-FAC PE RVU", 7, 2),
        cells.notApplicable(7, "NON-FAC NA INDICATOR"),
        cells.decimal(8, "FACILITY PE RVU", 7, 2),
        cells.notApplicable(9, "FACILITY NA INDICATOR"),
        cells.decimal(10, "MP RVU", 7, 2),
        cells.decimal(11, "NON-FACILITY TOTAL", 7, 2),
        cells.decimal(12, "FACILITY TOTAL", 7, 2),
        cells.padded(13, 1),
        cells.padded(14, 3),
        cells.decimal(15, "PRE OP", 5, 4),
        cells.decimal(16, "INTRA OP", 5, 4),
        cells.decimal(17, "POST OP", 5, 4),
        cells.padded(18, 1),
        cells.padded(19, 1),
        cells.padded(20, 1),
        cells.padded(21, 1),
        cells.padded(22, 1),
        cells.padded(23, 5),
        cells.decimal(24, "CONV FACTOR", 8, 4),
        cells.padded(25, 2),
        cells.padded(26, 1),
        cells.padded(27, 2),
        cells.decimal(28, "NON-FACILITY PE USED FOR OPPS", 7, 2),
        cells.decimal(29, "FACILITY PE USED FOR OPPS", 7, 2),
        cells.decimal(30, "MP USED FOR OPPS", 7, 2));
  }
}
