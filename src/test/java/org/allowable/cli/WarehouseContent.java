package org.allowable.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/** What a warehouse's table says, wherever it came from: its rows as texts, with their number. */
final class WarehouseContent {

  // Where a row was read, and hashes that name a transaction by its own bytes.
  private static final Set<String> ORIGIN =
      Set.of(
          "source_file",
          "file_sha256",
          "segment_index",
          "submission_id",
          "payment_id",
          "transaction_id");

  private static final int SHOWN = 3;

  private WarehouseContent() {}

  /** Reads a table. */
  static Map<String, Integer> of(Path warehouse, Table table) throws IOException {
    Map<String, Integer> rows = new TreeMap<>();
    WarehouseRows.read(warehouse, table, row -> rows.merge(text(table, row), 1, Integer::sum));
    return rows;
  }

  /** Rows by table. */
  static Map<String, Long> counts(Path warehouse) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (Table table : Warehouse.TABLES) {
      counts.put(table.name(), 0L);
      WarehouseRows.read(warehouse, table, row -> counts.merge(table.name(), 1L, Long::sum));
    }
    return counts;
  }

  /** All values of a column, without nulls. */
  static Set<String> values(Path warehouse, Table table, String column) throws IOException {
    Set<String> values = new java.util.TreeSet<>();
    WarehouseRows.read(
        warehouse,
        table,
        row -> {
          Object value = row[table.indexOf(column)];
          if (value != null) {
            values.add(value.toString());
          }
        });
    return values;
  }

  /** A few of the rows that the first has more often than the second. */
  static List<String> missing(Map<String, Integer> first, Map<String, Integer> second) {
    return first.entrySet().stream()
        .filter(row -> row.getValue() > second.getOrDefault(row.getKey(), 0))
        .map(Map.Entry::getKey)
        .limit(SHOWN)
        .toList();
  }

  private static String text(Table table, @Nullable Object[] row) {
    List<String> cells = new ArrayList<>();
    String[] names = table.columnNames().toArray(String[]::new);
    for (int i = 0; i < row.length; i++) {
      if (!ORIGIN.contains(names[i])) {
        cells.add(names[i] + "=" + text(row[i]));
      }
    }
    return String.join("; ", cells);
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(WarehouseContent::text).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Object[] struct) {
      return text(Arrays.asList(struct));
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
