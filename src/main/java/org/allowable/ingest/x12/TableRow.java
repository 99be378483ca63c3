package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/** A row of a table that is being filled, column by column, by name. */
final class TableRow {

  // Looked up for every value of every row.
  private record Columns(Map<String, Integer> places, List<ColumnType> types) {

    static Columns of(Table table) {
      Map<String, Integer> places = new HashMap<>();
      List<ColumnType> types = new ArrayList<>();
      for (TableColumn column : table.columns()) {
        places.put(column.name(), places.size());
        types.add(column.type());
      }
      return new Columns(places, types);
    }

    int place(String column) {
      Integer place = places.get(column);
      if (place == null) {
        throw new IllegalArgumentException("No column " + column);
      }
      return place;
    }
  }

  private static final Map<String, Columns> COLUMNS =
      Warehouse.TABLES.stream().collect(Collectors.toMap(Table::name, Columns::of));

  private final Table table;
  private final Columns columns;
  private final @Nullable Object[] values;

  /**
   * A row without values.
   *
   * @param table one of {@link Warehouse#TABLES}
   */
  TableRow(Table table) {
    this.table = table;
    this.columns = Objects.requireNonNull(COLUMNS.get(table.name()));
    this.values = new @Nullable Object[columns.types().size()];
  }

  /** A row as the warehouse holds it, one value per column. */
  static TableRow of(Table table, @Nullable Object[] values) {
    TableRow row = new TableRow(table);
    System.arraycopy(values, 0, row.values, 0, values.length);
    return row;
  }

  /** The table. */
  Table table() {
    return table;
  }

  /**
   * Fills a column.
   *
   * @throws ArithmeticException if a number is too large for it; never rounds
   */
  TableRow set(String column, @Nullable Object value) {
    int place = columns.place(column);
    if (value instanceof BigDecimal number) {
      requireFits(columns.types().get(place), number);
    }
    values[place] = value;
    return this;
  }

  /** What a column holds. */
  @Nullable Object get(String column) {
    return values[columns.place(column)];
  }

  /** Fills the columns that are empty here from a row of the same table. */
  TableRow fillFrom(TableRow template) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = template.values[i];
      }
    }
    return this;
  }

  /** One value per column; the row's own, which nobody changes who takes rows. */
  @Nullable Object[] values() {
    return values;
  }

  private static void requireFits(ColumnType type, BigDecimal number) {
    Decimal decimal = (Decimal) type;
    BigDecimal scaled = number.setScale(decimal.scale());
    if (scaled.precision() > decimal.precision()) {
      throw new ArithmeticException("A number is too large for " + decimal);
    }
  }
}
