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
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.ListOf;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ColumnType.Struct;
import org.allowable.model.TableColumn;
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
   * @param columns in order
   * @throws IOException if it exists or cannot be made
   */
  public ParquetRowFile(Path file, List<TableColumn> columns) throws IOException {
    this.file = file;
    writer =
        new Builder(new LocalOutputFile(file), columns)
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
    private final List<TableColumn> columns;

    Builder(OutputFile file, List<TableColumn> columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the parent, though never called here
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport(columns);
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriteSupport(columns);
    }
  }

  private static final class RowWriteSupport extends WriteSupport<Object[]> {
    private final List<TableColumn> columns;
    private final StructWriter rows;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(List<TableColumn> columns) {
      this.columns = columns;
      this.rows = new StructWriter(columns);
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
      MessageType type = ParquetTypes.message(columns);
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
      rows.writeFields(out, row);
      out.endMessage();
    }
  }

  /** Writes the values of one column. */
  private interface CellWriter {
    void write(RecordConsumer out, Object value);
  }

  // Chosen once for each column: a batch writes millions of cells.
  private static CellWriter writerOf(ColumnType type) {
    if (type == Plain.STRING) {
      return new TextWriter();
    } else if (type == Plain.INT) {
      return (out, value) -> out.addInteger((Integer) value);
    } else if (type == Plain.BIGINT) {
      return (out, value) -> out.addLong((Long) value);
    } else if (type == Plain.BOOLEAN) {
      return (out, value) -> out.addBoolean((Boolean) value);
    } else if (type == Plain.DATE) {
      return (out, value) -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
    } else if (type instanceof Decimal decimal) {
      return new DecimalWriter(decimal);
    } else if (type instanceof ListOf list) {
      return new ListWriter(writerOf(list.element()));
    } else if (type instanceof Struct struct) {
      return new StructWriter(struct.fields());
    }
    throw new IllegalArgumentException("No way to write a " + type);
  }

  private static final class StructWriter implements CellWriter {
    private final String[] names;
    private final boolean[] areRequired;
    private final CellWriter[] writers;

    StructWriter(List<TableColumn> columns) {
      names = columns.stream().map(TableColumn::name).toArray(String[]::new);
      writers = columns.stream().map(c -> writerOf(c.type())).toArray(CellWriter[]::new);
      areRequired = new boolean[names.length];
      for (int i = 0; i < names.length; i++) {
        areRequired[i] = columns.get(i).isRequired();
      }
    }

    @Override
    public void write(RecordConsumer out, Object value) {
      out.startGroup();
      writeFields(out, (Object[]) value);
      out.endGroup();
    }

    void writeFields(RecordConsumer out, @Nullable Object[] values) {
      if (values.length != names.length) {
        throw new IllegalArgumentException(
            "A row has " + values.length + " values for " + names.length + " columns");
      }
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value == null) {
          if (areRequired[i]) {
            throw new IllegalArgumentException("No value for " + names[i]);
          }
          continue;
        }
        out.startField(names[i], i);
        writers[i].write(out, value);
        out.endField(names[i], i);
      }
    }
  }

  private static final class TextWriter implements CellWriter {
    // Rows of one file, claim or payment share their texts.
    private @Nullable Object last;
    private Binary lastBytes = Binary.EMPTY;

    // Backed by an array: the dictionary compares these far faster than those of fromString.
    @Override
    public void write(RecordConsumer out, Object value) {
      if (value != last) {
        lastBytes = Binary.fromConstantByteArray(((String) value).getBytes(StandardCharsets.UTF_8));
        last = value;
      }
      out.addBinary(lastBytes);
    }
  }

  private static final class DecimalWriter implements CellWriter {
    private final Decimal type;
    private final boolean isInt;

    DecimalWriter(Decimal type) {
      this.type = type;
      this.isInt = type.precision() <= 9;
    }

    // ROUND_UNNECESSARY: a value that does not fit is a bug to see, not to round away.
    @Override
    public void write(RecordConsumer out, Object value) {
      BigDecimal scaled = ((BigDecimal) value).setScale(type.scale(), RoundingMode.UNNECESSARY);
      if (scaled.precision() > type.precision()) {
        throw new ArithmeticException("A number is too large for " + type);
      }
      long unscaled = scaled.unscaledValue().longValueExact();
      if (isInt) {
        out.addInteger(Math.toIntExact(unscaled));
      } else {
        out.addLong(unscaled);
      }
    }
  }

  /** The three-level list of the Parquet format: list, repeated group "list", "element". */
  private static final class ListWriter implements CellWriter {
    private final CellWriter element;

    ListWriter(CellWriter element) {
      this.element = element;
    }

    @Override
    public void write(RecordConsumer out, Object value) {
      List<?> values = (List<?>) value;
      out.startGroup();
      if (!values.isEmpty()) {
        out.startField("list", 0);
        for (Object each : values) {
          out.startGroup();
          out.startField("element", 0);
          element.write(out, each);
          out.endField("element", 0);
          out.endGroup();
        }
        out.endField("list", 0);
      }
      out.endGroup();
    }
  }
}
