package org.allowable.ingest.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.ListOf;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ColumnType.Struct;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of a warehouse back without a Spark session, row by row, as {@link ParquetRowFile}
 * was given them. For small tables: it converts every cell.
 */
public final class WarehouseRows {

  private WarehouseRows() {}

  /**
   * Reads the rows that the warehouse's batches put into a table, batch by batch.
   *
   * @param rows takes one value per column of {@link Table#columns()}
   * @throws org.allowable.model.InputException if the batches or their files are not as they were
   *     written
   * @throws IOException if a file that a batch names cannot be read
   */
  public static void read(FilePlace warehouse, Table table, Consumer<@Nullable Object[]> rows)
      throws IOException {
    for (BatchRecords.Written batch : BatchRecords.read(warehouse)) {
      for (BatchRecords.DataFile file : batch.files()) {
        if (file.path().startsWith(table.name() + "/")) {
          BatchRecords.requireAsWritten(warehouse, file, batch);
          readFile(warehouse, file.path(), table, rows);
        }
      }
    }
  }

  /** The same of a warehouse on this machine's disk. */
  public static void read(Path warehouse, Table table, Consumer<@Nullable Object[]> rows)
      throws IOException {
    read(FilePlace.of(warehouse), table, rows);
  }

  /** The same of a file of this machine's disk. */
  public static void readFile(Path file, Table table, RowConsumer rows) throws IOException {
    readFile(FilePlace.of(file), table, rows);
  }

  /**
   * Reads a file of a table that is not partitioned and that {@link ParquetCheck} found right.
   *
   * @param rows takes one value per column of {@link Table#columns()}
   */
  public static void readFile(FilePlace file, Table table, RowConsumer rows) throws IOException {
    try (ParquetReader<Group> reader = new Groups(file.parquet()).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.read(struct(group, table.columns(), table.columns().size()));
      }
    }
  }

  /** Takes a row. */
  public interface RowConsumer {

    /** One value per column. */
    void read(@Nullable Object[] row) throws IOException;
  }

  /** How many batches a warehouse holds. */
  public static int batchCount(FilePlace warehouse) throws IOException {
    return BatchRecords.read(warehouse).size();
  }

  private static void readFile(
      FilePlace warehouse, String path, Table table, Consumer<@Nullable Object[]> rows)
      throws IOException {
    FilePlace file = warehouse.resolve(path);
    try (ParquetReader<Group> reader = new Groups(file.parquet()).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        @Nullable Object[] values = struct(group, table.fileColumns(), table.columns().size());
        if (!table.partition().isEmpty()) {
          values[values.length - 1] = path.substring(path.indexOf('=') + 1, path.lastIndexOf('/'));
        }
        rows.accept(values);
      }
    }
  }

  private static @Nullable Object[] struct(Group group, List<TableColumn> columns, int length) {
    @Nullable Object[] values = new @Nullable Object[length];
    for (int i = 0; i < columns.size(); i++) {
      String name = written(group, columns.get(i).name());
      values[i] =
          group.getFieldRepetitionCount(name) == 0
              ? null
              : value(group, name, columns.get(i).type());
    }
    return values;
  }

  // Upper and lower case of a column's name do not matter.
  private static String written(Group group, String name) {
    return group.getType().containsField(name)
        ? name
        : group.getType().getFields().stream()
            .map(org.apache.parquet.schema.Type::getName)
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .orElse(name);
  }

  private static Object value(Group group, String name, ColumnType type) {
    if (type == Plain.STRING) {
      return group.getString(name, 0);
    } else if (type == Plain.INT) {
      return group.getInteger(name, 0);
    } else if (type == Plain.BOOLEAN) {
      return group.getBoolean(name, 0);
    } else if (type == Plain.DATE) {
      return LocalDate.ofEpochDay(group.getInteger(name, 0));
    } else if (type instanceof Decimal decimal) {
      return decimal(group, name, decimal);
    } else if (type instanceof ListOf list) {
      return list(group.getGroup(name, 0), list.element());
    } else if (type instanceof Struct struct) {
      return struct(group.getGroup(name, 0), struct.fields(), struct.fields().size());
    }
    throw new IllegalArgumentException("No way to read a " + type);
  }

  private static BigDecimal decimal(Group group, String name, Decimal type) {
    long unscaled = type.precision() <= 9 ? group.getInteger(name, 0) : group.getLong(name, 0);
    return BigDecimal.valueOf(unscaled, type.scale());
  }

  private static List<Object> list(Group group, ColumnType element) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < group.getFieldRepetitionCount("list"); i++) {
      values.add(value(group.getGroup("list", i), "element", element));
    }
    return values;
  }

  private static final class Groups extends ParquetReader.Builder<Group> {

    Groups(InputFile file) {
      super(file, checking());
    }

    private static PlainParquetConfiguration checking() {
      PlainParquetConfiguration settings = new PlainParquetConfiguration();
      settings.setBoolean(ParquetInputFormat.PAGE_VERIFY_CHECKSUM_ENABLED, true);
      return settings;
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
