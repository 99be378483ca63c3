package org.allowable.ingest.cms.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 * CMS's ASC addenda AA (covered surgical procedures) and BB (covered ancillary services), with the
 * device amounts of addendum FF. Measured on the releases of January 2025, January 2026 and April
 * 2026: AA and FF list the same codes; a packaged code has neither weight nor amount; some codes of
 * BB come twice with the same values; one payment indicator is written in lower case.
 */
public final class AscAddendumFile {

  private static final Pattern INDICATOR = Pattern.compile("[A-Za-z]\\d");

  private final CmsFile source;
  private final boolean isProcedure;
  private final Map<String, String> devices;

  private AscAddendumFile(CmsFile source, boolean isProcedure, Map<String, String> devices) {
    this.source = source;
    this.isProcedure = isProcedure;
    this.devices = devices;
  }

  /**
   * Reads addendum AA or BB: rows of {@link Reference#ASC_PAYMENT}, amounts in US dollars.
   *
   * @param devices device amounts by code, empty where addendum FF is not at hand
   * @throws InputException where a column, code or amount is not as CMS writes it, an amount is not
   *     weight times the file's factor, or FF lists other codes than AA
   */
  public static SourceTable read(RecognizedFile file, Map<String, String> devices) {
    boolean isProcedure = file.kind() == FileKind.ASC_PROCEDURE;
    AscAddendumFile addendum =
        new AscAddendumFile(file.source(), isProcedure, isProcedure ? devices : Map.of());
    SourceTable table =
        new SourceTable(file.source(), Reference.ASC_PAYMENT, SourceTable.once(addendum.rows()));
    addendum.refuseOtherCodes(table);
    WeightedAmounts.check(table, "payment_weight", "payment_amount");
    return table;
  }

  /**
   * Reads the device amounts of addendum FF.
   *
   * @return US dollars by code; an empty text for a code that has none
   * @throws InputException where a column, code or amount is not as CMS writes it, or a code comes
   *     twice
   */
  public static Map<String, String> devices(CmsFile source) {
    Map<String, String> devices = new TreeMap<>();
    int amount = -1;
    for (SourceRow row : source.rows()) {
      if (amount < 0) {
        boolean isHeader = isHeader(row);
        amount = isHeader ? deviceColumn(source, row) : amount;
      } else if (!row.isNote()) {
        SourceCells cells = new SourceCells(source, row);
        String code = cells.code(0, "HCPCS Code", 5, SourceRow.CODE);
        if (devices.put(code, cells.dollars(amount, "Device Offset Amount")) != null) {
          throw cells.wrong("HCPCS Code", "each code once", "one that stands above");
        }
      }
    }
    return devices;
  }

  /** Whether a row names the columns of an addendum. */
  static boolean isHeader(SourceRow row) {
    return HeaderColumns.name(row.cell(0)).equals("HCPCS CODE");
  }

  private static int deviceColumn(CmsFile source, SourceRow header) {
    return HeaderColumns.of(source, header)
        .only("device amount", n -> n.contains("DEVICE OFFSET AMOUNT"));
  }

  private record Columns(int discounting, int indicator, int weight, int amount) {}

  private Columns columns(SourceRow header) {
    HeaderColumns columns = HeaderColumns.of(source, header);
    return new Columns(
        isProcedure
            ? columns.only("discounting", n -> n.contains("MULTIPLE PROCEDURE DISCOUNT"))
            : -1,
        columns.only("payment indicator", n -> n.endsWith("PAYMENT INDICATOR")),
        columns.only("payment weight", n -> n.endsWith("PAYMENT WEIGHT")),
        columns.only("payment rate", n -> n.endsWith("PAYMENT RATE")));
  }

  private List<Row> rows() {
    Columns columns = null;
    List<Row> rows = new ArrayList<>();
    for (SourceRow row : source.rows()) {
      if (columns == null) {
        columns = isHeader(row) ? columns(row) : null;
      } else if (!row.isNote()) {
        rows.add(new Row(row.line(), cells(row, columns)));
      }
    }
    return rows;
  }

  private List<String> cells(SourceRow row, Columns columns) {
    SourceCells cells = new SourceCells(source, row);
    String code = cells.code(0, "HCPCS Code", 5, SourceRow.CODE);
    return List.of(
        code,
        isProcedure ? "AA" : "BB",
        isProcedure ? cells.yes(columns.discounting(), "Multiple Procedure Discounting") : "false",
        cells.code(columns.indicator(), "Payment Indicator", 2, INDICATOR).toUpperCase(Locale.ROOT),
        cells.decimalOrNothing(columns.weight(), "Payment Weight", 12, 4),
        cells.dollars(columns.amount(), "Payment Rate"),
        devices.getOrDefault(code, ""));
  }

  private void refuseOtherCodes(SourceTable table) {
    if (devices.isEmpty()) {
      return;
    }
    long without =
        table.rows().stream().filter(row -> !devices.containsKey(row.cells().get(0))).count();
    long others = devices.size() - (table.rows().size() - without);
    if (without + others > 0) {
      throw new InputException(
          ("%s: %d codes are not in addendum FF beside it, and %d of FF are not in it. Put the"
                  + " addenda of one quarter together.")
              .formatted(source.path(), without, others));
    }
  }
}
