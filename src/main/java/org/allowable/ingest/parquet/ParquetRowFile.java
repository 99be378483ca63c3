package org.allowable.ingest.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows to one Parquet file without a Spark session, so that memory does not grow with the
 * number of rows. The same rows in the same order give the same bytes.
 *
 * <p>A row is an array with one value per column: {@code String}, {@code Integer}, {@code Long},
 * {@code Boolean}, {@code BigDecimal}, {@code LocalDate}, {@code List} for an array, {@code
 * Object[]} for a struct, or null where the schema allows it.
 */
public final class ParquetRowFile implements Closeable {

  // Small row groups: a batch keeps one file open for each month it meets.
  private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;
  private static final int PAGE_BYTES = 128 * 1024;

  private final Path file;
  private final ParquetWriter<Object[]> writer;
  private long rows;

  /**
   * Creates the file.
   *
   * @param schema the columns
   * @throws IOException if it exists or cannot be made
   */
  public ParquetRowFile(Path file, StructType schema) throws IOException {
    this.file = file;
    writer =
        new Builder(new LocalOutputFile(file), schema)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(PAGE_BYTES)
            .withPageWriteChecksumEnabled(true)
            .build();
  }

  /** Adds a row, in the order of the schema's columns. */
  public void write(@Nullable Object[] row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Bytes of rows that are in memory still, roughly. */
  long bufferedBytes() throws IOException {
    return writer.getDataSize() - Files.size(file);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    StableFooter.write(file);
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final StructType schema;

    Builder(OutputFile file, StructType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the parent, though never called here
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return new Rows(schema);
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows(schema);
    }
  }

  private static final class Rows extends WriteSupport<Object[]> {
    private final StructType schema;
    private @Nullable RecordConsumer consumer;

    Rows(StructType schema) {
      this.schema = schema;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the parent, though never called here
    public WriteContext init(Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private WriteContext context() {
      MessageType type = new SparkToParquetSchemaConverter(new SQLConf()).convert(schema);
      return new WriteContext(type, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(@Nullable Object[] row) {
      RecordConsumer out = java.util.Objects.requireNonNull(consumer);
      out.startMessage();
      fields(out, schema, row);
      out.endMessage();
    }

    private static void fields(RecordConsumer out, StructType type, @Nullable Object[] values) {
      StructField[] fields = type.fields();
      if (values.length != fields.length) {
        throw new IllegalArgumentException(
            "A row has " + values.length + " values for " + fields.length + " columns");
      }
      for (int i = 0; i < fields.length; i++) {
        Object value = values[i];
        if (value == null) {
          if (!fields[i].nullable()) {
            throw new IllegalArgumentException("No value for " + fields[i].name());
          }
          continue;
        }
        out.startField(fields[i].name(), i);
        value(out, fields[i].dataType(), value);
        out.endField(fields[i].name(), i);
      }
    }

    private static void value(RecordConsumer out, DataType type, Object value) {
      if (type instanceof StringType) {
        // Backed by an array: the dictionary compares these far faster than those of fromString.
        out.addBinary(
            Binary.fromConstantByteArray(((String) value).getBytes(StandardCharsets.UTF_8)));
      } else if (type instanceof IntegerType) {
        out.addInteger((Integer) value);
      } else if (type instanceof LongType) {
        out.addLong((Long) value);
      } else if (type instanceof BooleanType) {
        out.addBoolean((Boolean) value);
      } else if (type instanceof DateType) {
        out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
      } else if (type instanceof DecimalType decimal) {
        decimal(out, decimal, (BigDecimal) value);
      } else if (type instanceof ArrayType array) {
        list(out, array.elementType(), (List<?>) value);
      } else if (type instanceof StructType struct) {
        out.startGroup();
        fields(out, struct, (Object[]) value);
        out.endGroup();
      } else {
        throw new IllegalArgumentException("No way to write a " + type.simpleString());
      }
    }

    // ROUND_UNNECESSARY: a value that does not fit is a bug to see, not to round away.
    private static void decimal(RecordConsumer out, DecimalType type, BigDecimal value) {
      BigDecimal scaled = value.setScale(type.scale(), RoundingMode.UNNECESSARY);
      if (scaled.precision() > type.precision()) {
        throw new ArithmeticException("A number is too large for " + type.simpleString());
      }
      long unscaled = scaled.unscaledValue().longValueExact();
      if (type.precision() <= 9) {
        out.addInteger(Math.toIntExact(unscaled));
      } else {
        out.addLong(unscaled);
      }
    }

    // The three-level list of the Parquet format: list, repeated group "list", "element".
    private static void list(RecordConsumer out, DataType element, List<?> values) {
      out.startGroup();
      if (!values.isEmpty()) {
        out.startField("list", 0);
        for (Object value : values) {
          out.startGroup();
          out.startField("element", 0);
          value(out, element, value);
          out.endField("element", 0);
          out.endGroup();
        }
        out.endField("list", 0);
      }
      out.endGroup();
    }
  }
}
