package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.config.Practice;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;

/** What people might have said of every seventh claim of a sample, month after month. */
final class SampleEdits {

  private static final int EVERY = 7;

  private SampleEdits() {}

  /** The edits as rows of {@code worklist_event}. */
  static List<@Nullable Object[]> of(Path warehouse, Practice practice) throws IOException {
    Map<String, String> payers = new HashMap<>();
    for (Practice.Payer payer : practice.payers()) {
      payer.identifiers().forEach(identifier -> payers.put(identifier, payer.name()));
    }
    Table table = Warehouse.CLAIM_LINE;
    Map<String, WorklistRow> claims = new TreeMap<>();
    WarehouseRows.read(
        warehouse,
        table,
        row -> {
          String claim = String.valueOf(row[table.indexOf("claim_id")]).toUpperCase(Locale.ROOT);
          claims.putIfAbsent(
              claim,
              new WorklistRow(
                  String.valueOf(row[table.indexOf("billing_npi")]),
                  claim,
                  payers.getOrDefault(
                      String.valueOf(row[table.indexOf("payer_id")]), "Unmapped payer")));
        });
    WorklistScript script = new WorklistScript();
    int number = 0;
    for (WorklistRow row : claims.values()) {
      number++;
      if (number % EVERY == 0) {
        said(script, row, number / EVERY);
      }
    }
    return script.rows();
  }

  private static void said(WorklistScript script, WorklistRow row, int number) {
    LocalDate day = LocalDate.of(2026, 1, 5).plusDays(number % 200);
    WorklistStatus[] all = WorklistStatus.values();
    script.says(row, "Cause " + number % 4, WorklistStatus.SENT, day);
    script.says(row, "", all[number % all.length], day.plusDays(40));
    WorklistScript.Sheet seen = script.sheet(row);
    script.says(row, "Cause 9", WorklistStatus.SENT, day.plusDays(60));
    if (number % 3 == 0) {
      script.read(seen.with(WorklistField.STATUS, "Refused"), day.plusDays(61));
    }
  }
}
