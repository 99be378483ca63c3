package org.allowable.ingest.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.ListOf;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ColumnType.Struct;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Compares a Parquet file's footer with a table's contract before anything reads the file.
 *
 * <p>Spark itself reads a missing column as nulls and drops a file of zero bytes without a word, so
 * a schema given to the reader is no check. Here every column must be there with its type: a
 * decimal with its exact scale and no more precision, a date that is a date. Order, nullability as
 * declared, and further columns do not matter.
 */
public final class ParquetCheck {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private ParquetCheck() {}

  /**
   * Checks a file.
   *
   * <p>The partition column is not asked for when the file lies in a folder named after it.
   *
   * @return the number of rows that the footer states
   * @throws InputException naming file, column, what was expected and found
   */
  public static long check(Path file, Table table) {
    return check(FilePlace.of(file), table);
  }

  /** The same of a file of any store. */
  public static long check(FilePlace file, Table table) {
    ParquetMetadata footer = footer(file);
    MessageType found = footer.getFileMetaData().getSchema();
    List<TableColumn> expected =
        isInPartitionFolder(file, table) ? table.fileColumns() : table.columns();
    for (TableColumn column : expected) {
      Type type = column(file, found, column);
      compare(file, column, type);
      if (column.isRequired()) {
        refuseNulls(file, type, footer.getBlocks());
      }
    }
    return rows(footer);
  }

  /**
   * Rows of a file, by what its footer states.
   *
   * @throws InputException if it is not a whole Parquet file
   */
  public static long rows(FilePlace file) {
    return rows(footer(file));
  }

  /**
   * Holds every page of a file against its checksum, for readers that do not.
   *
   * @throws InputException if a page was changed or cannot be read
   */
  public static void requireSoundPages(Path file) {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification(true)
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      PageReadStore group = reader.readNextRowGroup();
      while (group != null) {
        group.close();
        group = reader.readNextRowGroup();
      }
    } catch (IOException | RuntimeException e) {
      throw damagedPages(
          file.toString(), "Restore it from a copy or build the warehouse again.", e);
    }
  }

  /** What to tell the user of a file whose pages are not what was written. */
  public static InputException damagedPages(String file, String remedy, Throwable cause) {
    return new InputException(
        file + ": expected a readable Parquet file, found damaged pages. " + remedy, cause);
  }

  private static long rows(ParquetMetadata footer) {
    return footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
  }

  /** Whether the folder carries the partition column, as in {@code service_month=2026-10}. */
  static boolean isInPartitionFolder(FilePlace file, Table table) {
    return !table.partition().isEmpty() && file.folderName().startsWith(table.partition() + "=");
  }

  private static ParquetMetadata footer(FilePlace file) {
    try {
      if (file.bytes() == 0) {
        throw fault(file, "a Parquet file", "a file of zero bytes");
      }
      ParquetReadOptions options =
          ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
      try (ParquetFileReader reader = ParquetFileReader.open(file.parquet(), options)) {
        return reader.getFooter();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof InputException complaint) {
        throw complaint;
      }
      throw fault(
          file,
          "a whole Parquet file",
          startsAsParquet(file)
              ? "one whose end, the footer, is missing or damaged: it was cut off"
              : "something that is not Parquet");
    }
  }

  private static InputException fault(FilePlace file, String expected, String found) {
    return InputException.at(
        file.toString(), "the whole file", expected, found, "Write or copy the file again.");
  }

  private static boolean startsAsParquet(FilePlace file) {
    try (InputStream in = file.read()) {
      return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
    } catch (IOException e) {
      return false;
    }
  }

  private static Type column(FilePlace file, MessageType found, TableColumn column) {
    List<Type> named =
        found.getFields().stream()
            .filter(type -> type.getName().equalsIgnoreCase(column.name()))
            .toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    throw InputException.at(
        file.toString(),
        "column " + column.name(),
        "one column of type " + column.type(),
        named.isEmpty() ? "no such column" : "several that differ in upper and lower case only",
        "Write the file with every column of the table, filled with nulls where that is allowed.");
  }

  private static void compare(FilePlace file, TableColumn column, Type found) {
    ColumnType expected = column.type();
    if (ParquetTypes.of(found).filter(given -> fits(expected, given)).isPresent()) {
      return;
    }
    throw InputException.at(
        file.toString(),
        "column " + column.name(),
        expected.toString(),
        ParquetTypes.inWords(found),
        advice(expected));
  }

  private static String advice(ColumnType expected) {
    if (expected instanceof Decimal decimal) {
      return "Write it as an exact decimal with %d decimals.".formatted(decimal.scale());
    }
    if (expected == Plain.DATE) {
      return "Write it as a date without a time of day.";
    }
    return "Write it with the type expected.";
  }

  private static boolean fits(ColumnType expected, ColumnType found) {
    if (expected instanceof Decimal) {
      return found.equals(expected) || found.isNarrowerThan(expected);
    }
    if (expected instanceof ListOf wanted) {
      return found instanceof ListOf given && fits(wanted.element(), given.element());
    }
    if (expected instanceof Struct wanted) {
      return found instanceof Struct given && fieldsFit(wanted, given);
    }
    return expected.equals(found);
  }

  private static boolean fieldsFit(Struct wanted, Struct given) {
    for (TableColumn field : wanted.fields()) {
      List<TableColumn> named =
          given.fields().stream().filter(f -> f.name().equalsIgnoreCase(field.name())).toList();
      if (named.size() != 1 || !fits(field.type(), named.get(0).type())) {
        return false;
      }
    }
    return true;
  }

  // Of a list the statistics count empty lists too, so they say nothing about nulls.
  private static void refuseNulls(FilePlace file, Type column, List<BlockMetaData> blocks) {
    if (!column.isPrimitive()) {
      return;
    }
    for (BlockMetaData block : blocks) {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        Statistics<?> statistics = chunk.getStatistics();
        if (chunk.getPath().toDotString().equals(column.getName())
            && statistics != null
            && statistics.isNumNullsSet()
            && statistics.getNumNulls() > 0) {
          throw InputException.at(
              file.toString(),
              "column " + column.getName(),
              "a value in every row",
              statistics.getNumNulls() + " nulls in a group of " + block.getRowCount() + " rows",
              "Fill the column or leave those rows out.");
        }
      }
    }
  }
}
