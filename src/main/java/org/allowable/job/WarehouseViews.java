package org.allowable.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

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

  private WarehouseViews() {}

  /**
   * Makes every table of a warehouse a view. Of a plan with an as-of date, claims that were sent
   * and remittances that were paid after it are left out here, before any step, so that the same
   * period says the same however late it is asked for; rows without that date are kept. What is
   * left out is in the views of {@link Warehouse#LATER}.
   *
   * @param parameters the plan's
   * @throws org.allowable.model.InputException as {@link WarehouseReader#read}
   */
  static void register(SparkSession spark, Path warehouse, Map<String, Object> parameters) {
    for (Table table : Warehouse.TABLES) {
      Dataset<Row> rows = WarehouseReader.read(spark, warehouse, table);
      String day = HAPPENED.get(table);
      if (day == null) {
        Views.name(rows, table.name());
        continue;
      }
      Table later = Warehouse.later(table);
      if (parameters.get(AS_OF_DATE) instanceof LocalDate asOf) {
        Views.name(rows.where(known(day, asOf)), table.name());
        Views.name(rows.where(functions.not(known(day, asOf))), later.name());
      } else {
        Views.name(rows, table.name());
        Views.name(spark.createDataFrame(List.of(), later.schema()), later.name());
      }
    }
  }

  private static org.apache.spark.sql.Column known(String day, LocalDate asOf) {
    return functions.col(day).isNull().or(functions.col(day).leq(functions.lit(asOf)));
  }
}
