package org.allowable.sample.warehouse;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.allowable.model.Table;
import org.allowable.sample.x12.SampleProvenance;
import org.jspecify.annotations.Nullable;

/** A row of a table while its cells are filled in by name. */
final class RowCells {

  private static final Map<String, Map<String, Integer>> POSITIONS = new ConcurrentHashMap<>();

  private final Map<String, Integer> positions;
  private final @Nullable Object[] values;

  RowCells(Table table) {
    positions = POSITIONS.computeIfAbsent(table.name(), key -> positions(table));
    values = new Object[positions.size()];
  }

  private static Map<String, Integer> positions(Table table) {
    Map<String, Integer> positions = new HashMap<>();
    for (String column : table.columnNames()) {
      positions.put(column, positions.size());
    }
    return positions;
  }

  /** Fills a cell. */
  RowCells set(String column, @Nullable Object value) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("No column " + column);
    }
    values[position] = value;
    return this;
  }

  /** Fills the columns that name the source. */
  RowCells from(SampleProvenance provenance, String fileHash) {
    return set("source_file", provenance.file())
        .set("file_sha256", fileHash)
        .set("interchange_control_number", provenance.interchange())
        .set("group_control_number", provenance.group())
        .set("transaction_control_number", provenance.transaction());
  }

  @Nullable Object[] row() {
    return values;
  }
}
