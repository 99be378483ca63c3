package org.allowable.ingest.cms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.Recognition.Recognised;
import org.allowable.ingest.cms.SourceTable.Row;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/** CMS's OPPSCAP file: what a technical component may cost at most, by locality. */
final class OppsCapFile {

  private static final int COLUMNS = 7;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}");
  private static final Pattern MODIFIER = Pattern.compile("|TC|26");
  private static final Pattern STATUS = Pattern.compile("[A-Z]");
  private static final Pattern CARRIER = Pattern.compile("\\d{5}");
  private static final Pattern LOCALITY = Pattern.compile("\\d{2}");

  private OppsCapFile() {}

  /**
   * Reads a file.
   *
   * @throws InputException where a code or amount is not as CMS writes it, or where a code has
   *     fewer localities than another
   */
  static SourceTable read(Recognised file) {
    SourceFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = false;
    for (SourceRow row : source.rows()) {
      if (!inRows) {
        inRows = row.cell(0).equalsIgnoreCase("HCPCS");
      } else if (row.filled() > 1) {
        rows.add(new Row(row.line(), cells(source, row)));
      }
    }
    SourceTable table = new SourceTable(source, Reference.OPPS_CAP, rows);
    refuseGaps(table);
    return table;
  }

  private static List<String> cells(SourceFile source, SourceRow row) {
    SourceCells cells = new SourceCells(source, row);
    if (row.cells().size() > COLUMNS) {
      throw cells.wrong("8", "7 columns", "more");
    }
    return List.of(
        cells.code(0, "HCPCS", 5, CODE),
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
          "%s: %d of %d codes lack some of the %d localities. Take the complete file from CMS."
              .formatted(table.source().path(), incomplete, localities.size(), most));
    }
  }
}
