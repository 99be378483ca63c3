package org.allowable.engine.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Puts rows into a table that is there, without a text of SQL for each. */
final class TableAppender implements AutoCloseable {

  private final Connection connection;
  private final DuckDBAppender appender;
  private final Table table;

  /** Of a table of the database. */
  TableAppender(DuckDBConnection database, Table table) {
    this.table = table;
    try {
      // Of its own: an appender that fails ends what else its connection does.
      connection = database.duplicate();
      appender = ((DuckDBConnection) connection).createAppender("main", table.name());
    } catch (SQLException e) {
      throw fault(table.name(), e);
    }
  }

  /** Whether all columns hold plain values. */
  static boolean takes(Table table) {
    return table.columns().stream()
        .allMatch(column -> column.type() instanceof Plain || column.type() instanceof Decimal);
  }

  /**
   * Puts a row.
   *
   * @param row values in the order of the columns
   * @throws IllegalStateException naming table and column of a value that is of another type
   */
  void append(@Nullable Object[] row) {
    List<TableColumn> columns = table.columns();
    try {
      appender.beginRow();
      for (int i = 0; i < row.length; i++) {
        append(row[i], columns.get(i).type());
      }
      appender.endRow();
    } catch (SQLException | ClassCastException | ArithmeticException e) {
      throw fault(table.name(), e);
    }
  }

  private void append(@Nullable Object value, ColumnType type) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (type instanceof Decimal decimal) {
      appender.append(decimal((BigDecimal) value, decimal));
    } else {
      switch ((Plain) type) {
        case STRING -> appender.append((String) value);
        case INT -> appender.append(((Integer) value).intValue());
        case BIGINT -> appender.append(((Number) value).longValue());
        case BOOLEAN -> appender.append(((Boolean) value).booleanValue());
        case DATE -> appender.append((LocalDate) value);
        case DOUBLE -> appender.append(((Double) value).doubleValue());
      }
    }
  }

  // More digits than the column has would be cut off without a word.
  private static BigDecimal decimal(BigDecimal value, Decimal type) {
    BigDecimal decimal = value.setScale(type.scale(), RoundingMode.UNNECESSARY);
    if (decimal.precision() > type.precision()) {
      throw new ArithmeticException("More digits than " + type);
    }
    return decimal;
  }

  @Override
  public void close() {
    try {
      appender.close();
      connection.close();
    } catch (SQLException e) {
      throw fault(table.name(), e);
    }
  }

  private static IllegalStateException fault(String table, Exception cause) {
    return new IllegalStateException(
        "Rows of " + table + ": " + Objects.requireNonNullElse(cause.getMessage(), "not taken"),
        cause);
  }
}
