package org.allowable.ingest.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.allowable.model.Table;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
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
   * @param rows takes one value per column of {@link Table#schema()}
   * @throws org.allowable.model.InputException if the batches or their files are not as they were
   *     written
   * @throws IOException if a file that a batch names cannot be read
   */
  public static void read(Path warehouse, Table table, Consumer<@Nullable Object[]> rows)
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

  /**
   * Reads a file of a table that is not partitioned and that {@link ParquetCheck} found right.
   *
   * @param rows takes one value per column of {@link Table#schema()}
   */
  public static void readFile(Path file, Table table, RowReader rows) throws IOException {
    try (ParquetReader<Group> reader = new Groups(new LocalInputFile(file)).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.read(struct(group, table.schema(), table.schema().length()));
      }
    }
  }

  /** Takes a row. */
  public interface RowReader {

    /** One value per column. */
    void read(@Nullable Object[] row) throws IOException;
  }

  /** How many batches a warehouse holds. */
  public static int batchCount(Path warehouse) throws IOException {
    return BatchRecords.read(warehouse).size();
  }

  private static void readFile(
      Path warehouse, String path, Table table, Consumer<@Nullable Object[]> rows)
      throws IOException {
    LocalInputFile file = new LocalInputFile(warehouse.resolve(path));
    try (ParquetReader<Group> reader = new Groups(file).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        @Nullable Object[] values = struct(group, table.fileSchema(), table.schema().length());
        if (!table.partition().isEmpty()) {
          values[values.length - 1] = path.substring(path.indexOf('=') + 1, path.lastIndexOf('/'));
        }
        rows.accept(values);
      }
    }
  }

  private static @Nullable Object[] struct(Group group, StructType type, int length) {
    @Nullable Object[] values = new @Nullable Object[length];
    StructField[] fields = type.fields();
    for (int i = 0; i < fields.length; i++) {
      String name = written(group, fields[i].name());
      values[i] =
          group.getFieldRepetitionCount(name) == 0
              ? null
              : value(group, name, fields[i].dataType());
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

  private static Object value(Group group, String name, DataType type) {
    if (type instanceof StringType) {
      return group.getString(name, 0);
    } else if (type instanceof IntegerType) {
      return group.getInteger(name, 0);
    } else if (type instanceof BooleanType) {
      return group.getBoolean(name, 0);
    } else if (type instanceof DateType) {
      return LocalDate.ofEpochDay(group.getInteger(name, 0));
    } else if (type instanceof DecimalType decimal) {
      return decimal(group, name, decimal);
    } else if (type instanceof ArrayType array) {
      return list(group.getGroup(name, 0), array.elementType());
    } else if (type instanceof StructType struct) {
      return struct(group.getGroup(name, 0), struct, struct.length());
    }
    throw new IllegalArgumentException("No way to read a " + type.simpleString());
  }

  private static BigDecimal decimal(Group group, String name, DecimalType type) {
    long unscaled = type.precision() <= 9 ? group.getInteger(name, 0) : group.getLong(name, 0);
    return BigDecimal.valueOf(unscaled, type.scale());
  }

  private static List<Object> list(Group group, DataType element) {
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
