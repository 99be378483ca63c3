package org.allowable.ingest.cms.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
 * CMS's OPPS addendum B: what Medicare pays a hospital outpatient department, by code. A point
 * stands for no amount; drugs have a third decimal; one code of 2025 ends with a blank that does
 * not break.
 */
public final class OppsAddendumFile {

  private static final Pattern STATUS = Pattern.compile("[A-Z]\\d?");
  private static final Pattern GROUP = Pattern.compile("\\d{4}");

  private record Columns(int status, int apc, int weight, int amount, int national, int minimum) {}

  private OppsAddendumFile() {}

  /**
   * Reads a file: rows of {@link Reference#OPPS_PAYMENT}, amounts in US dollars.
   *
   * @throws InputException where a column, code or amount is not as CMS writes it, or an amount is
   *     not weight times the file's factor
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    Columns columns = null;
    List<Row> rows = new ArrayList<>();
    for (SourceRow row : source.rows()) {
      if (columns == null) {
        columns = AscAddendumFile.isHeader(row) ? columns(source, row) : null;
      } else if (!row.isNote()) {
        rows.add(new Row(row.line(), cells(new SourceCells(source, row), columns)));
      }
    }
    SourceTable table = new SourceTable(source, Reference.OPPS_PAYMENT, SourceTable.once(rows));
    WeightedAmounts.check(table, "relative_weight", "payment_amount");
    return table;
  }

  private static Columns columns(CmsFile source, SourceRow header) {
    HeaderColumns columns = HeaderColumns.of(source, header);
    return new Columns(
        columns.only("status indicator", n -> n.equals("SI") || n.equals("STATUS INDICATOR")),
        columns.only("APC", n -> n.equals("APC")),
        columns.only("relative weight", n -> n.equals("RELATIVE WEIGHT")),
        columns.only("payment rate", n -> n.equals("PAYMENT RATE")),
        columns.only("national copayment", n -> n.startsWith("NATIONAL UNADJUSTED COPAY")),
        columns.only("minimum copayment", n -> n.startsWith("MINIMUM UNADJUSTED COPAY")));
  }

  private static List<String> cells(SourceCells cells, Columns columns) {
    return List.of(
        cells.code(0, "HCPCS Code", 5, SourceRow.CODE),
        cells.code(columns.status(), "SI", 1, STATUS),
        cells.codeOrNothing(columns.apc(), "APC", 4, GROUP),
        cells.decimalOrNothing(columns.weight(), "Relative Weight", 12, 4),
        cells.dollars(columns.amount(), "Payment Rate", 3),
        cells.dollars(columns.national(), "National Unadjusted Copayment"),
        cells.dollars(columns.minimum(), "Minimum Unadjusted Copayment"));
  }
}
