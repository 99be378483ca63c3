package org.allowable.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;

/** The tables of a warehouse as views of a session: whole, or as they were on a day. */
final class WarehouseViews {

  /** The parameter of plans that know only what had happened by a day. */
  static final String AS_OF_DATE = "as_of_date";

  // The day on which the practice sent a row, or got it.
  private static final Map<Table, String> HAPPENED =
      Map.of(
          Warehouse.CLAIM_LINE, "submitted_date",
          Warehouse.REMIT_LINE, "payment_date",
          Warehouse.PAYMENT, "payment_date");

  private static final String ALL = "true";

  private WarehouseViews() {}

  /**
   * Makes every table of a warehouse a view. Of a plan with an as-of date, claims that were sent
   * and remittances that were paid after it are left out here, before any step, so that the same
   * period says the same however late it is asked for; rows without that date are kept. What is
   * left out is in the views of {@link Warehouse#LATER}. What people said of its worklist is a view
   * whatever the day.
   *
   * @param parameters the plan's
   * @throws org.allowable.model.InputException as {@link WarehouseReader#checked}
   */
  static void register(Engine engine, FilePlace warehouse, Map<String, Object> parameters) {
    for (Table table : Warehouse.TABLES) {
      String day = HAPPENED.get(table);
      List<FilePlace> files = WarehouseReader.checked(warehouse, table);
      FilePlace folder = WarehouseReader.folder(warehouse, table);
      if (day == null) {
        engine.stored(table.name(), table, folder, files, ALL);
        continue;
      }
      Table later = Warehouse.later(table);
      if (parameters.get(AS_OF_DATE) instanceof LocalDate asOf) {
        String known = "(%1$s is null or %1$s <= date'%2$s')".formatted(day, asOf);
        engine.stored(table.name(), table, folder, files, known);
        engine.stored(later.name(), table, folder, files, "not " + known);
      } else {
        engine.stored(table.name(), table, folder, files, ALL);
        engine.rows(later, List.of());
      }
    }
    registerWorklist(engine, warehouse);
  }

  /** The same of a warehouse on this machine's disk. */
  static void register(Engine engine, Path warehouse, Map<String, Object> parameters) {
    register(engine, FilePlace.of(warehouse), parameters);
  }

  /** Makes one table of a warehouse on this machine's disk a table of an engine. */
  static void register(Engine engine, Path warehouse, Table table) {
    register(engine, FilePlace.of(warehouse), table);
  }

  /** Makes one table of a warehouse a table of an engine. */
  static void register(Engine engine, FilePlace warehouse, Table table) {
    engine.stored(
        table.name(),
        table,
        WarehouseReader.folder(warehouse, table),
        WarehouseReader.checked(warehouse, table),
        ALL);
  }

  /** Makes the edits of a warehouse's worklist a table; none where nobody edited anything. */
  static void registerWorklist(Engine engine, FilePlace warehouse) {
    WorklistStore store = new WorklistStore(warehouse);
    Table table = Warehouse.WORKLIST_EVENT;
    List<FilePlace> files = store.files();
    if (files.isEmpty()) {
      engine.rows(table, List.of());
    } else {
      engine.stored(table.name(), table, store.folder(), files, ALL);
    }
  }
}
