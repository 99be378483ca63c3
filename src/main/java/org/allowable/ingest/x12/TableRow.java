package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.Arrays;
import org.allowable.model.Table;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** A row of a table that is being filled, column by column, by name. */
final class TableRow {

  private final Table table;
  private final @Nullable Object[] values;

  TableRow(Table table) {
    this.table = table;
    this.values = new @Nullable Object[table.schema().length()];
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
    int place = table.indexOf(column);
    if (value instanceof BigDecimal number) {
      requireFits(table.schema().fields()[place].dataType(), number);
    }
    values[place] = value;
    return this;
  }

  /** What a column holds. */
  @Nullable Object get(String column) {
    return values[table.indexOf(column)];
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

  /** One value per column. */
  @Nullable Object[] values() {
    return Arrays.copyOf(values, values.length);
  }

  private static void requireFits(DataType type, BigDecimal number) {
    DecimalType decimal = (DecimalType) type;
    BigDecimal scaled = number.setScale(decimal.scale());
    if (scaled.precision() > decimal.precision()) {
      throw new ArithmeticException("A number is too large for " + decimal.simpleString());
    }
  }
}
