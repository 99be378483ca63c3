package org.allowable.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Warehouse;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.jspecify.annotations.Nullable;

/**
 * The worklist of {@link SmallRun}'s practice as of a day.
 *
 * @param marts by table name
 */
record WorklistRun(Map<String, List<Map<String, @Nullable Object>>> marts) {

  /** Ingests files into a new warehouse. */
  static Path warehouse(CaseFiles files, Path folder) throws IOException {
    files.writeTo(folder.resolve("source"));
    Path warehouse = folder.resolve("warehouse");
    Ingestion.run(folder.resolve("source"), warehouse, null, Progress.SILENT);
    return warehouse;
  }

  /**
   * Runs the job.
   *
   * @param work a folder for reference tables
   */
  static WorklistRun of(Path warehouse, Path work, WorklistScript script, LocalDate asOf)
      throws IOException {
    return of(warehouse, work, script, WorklistPlan.of(SmallRun.PRACTICE, asOf));
  }

  /** Runs the job of the packets for a payer over the same. */
  static WorklistRun packets(
      Path warehouse, Path work, WorklistScript script, LocalDate asOf, String payer)
      throws IOException {
    return of(
        warehouse, work, script, PacketPlan.of(SmallRun.PRACTICE, asOf, payer, null, "standard"));
  }

  private static WorklistRun of(Path warehouse, Path work, WorklistScript script, ReportPlan plan)
      throws IOException {
    try (Engine engine = SmallRun.newEngine()) {
      Map<String, Object> parameters =
          new HashMap<>(PracticeSettings.parameters(SmallRun.PRACTICE));
      parameters.putAll(plan.parameters());
      WarehouseViews.register(engine, warehouse, parameters);
      new ReferenceViews(
              SmallRun.resource("/reference/round"), Files.createTempDirectory(work, "reference"))
          .register(engine);
      InputViews.register(engine, SmallRun.PRACTICE);
      engine.rows(Warehouse.WORKLIST_EVENT, script.rows());
      Map<String, List<Map<String, @Nullable Object>>> marts = new HashMap<>();
      new JobRunner(engine, Progress.SILENT)
          .run(Job.named(plan.job()), parameters)
          .forEach((name, rows) -> marts.put(name, cells(rows)));
      return new WorklistRun(marts);
    }
  }

  private static List<Map<String, @Nullable Object>> cells(Rows rows) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    rows.iterator()
        .get()
        .forEachRemaining(
            values -> {
              Map<String, @Nullable Object> cells = new LinkedHashMap<>();
              for (int i = 0; i < values.length; i++) {
                cells.put(rows.columns().get(i), values[i]);
              }
              all.add(cells);
            });
    return all;
  }

  /** The rows of a mart. */
  List<Map<String, @Nullable Object>> rows(String mart) {
    return marts.getOrDefault(mart, List.of());
  }

  /** The list's rows by claim and payer. */
  Map<WorklistRow, Map<String, @Nullable Object>> list() {
    Map<WorklistRow, Map<String, @Nullable Object>> list = new HashMap<>();
    for (Map<String, @Nullable Object> row : rows("mart_worklist")) {
      list.put(
          new WorklistRow(
              String.valueOf(row.get("billing_npi")),
              String.valueOf(row.get("worklist_claim_key")),
              String.valueOf(row.get("payer"))),
          row);
    }
    return list;
  }

  /** The controls that do not hold. */
  List<Object> failedControls() {
    return rows("mart_worklist_control").stream()
        .filter(row -> !String.valueOf(row.get("difference_amount")).equals("0.00"))
        .<Object>map(row -> row.get("control") + ": " + row.get("difference_amount"))
        .toList();
  }
}
