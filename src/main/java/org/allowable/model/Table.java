package org.allowable.model;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract: its name, what one row is, and its columns.
 *
 * @param name snake_case name, also the name of its folder or file
 * @param grain the columns whose values, together, no two rows share
 * @param schema columns in order, with types; the partition column, where there is one, comes last
 * @param partition the column by which files are laid in folders, or the empty string
 */
public record Table(String name, List<String> grain, StructType schema, String partition) {

  /** Refuses a grain or partition that is not a column. */
  public Table {
    List<String> columns = Arrays.asList(schema.fieldNames());
    for (String column : grain) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(name + ": grain column " + column + " is not a column");
      }
    }
    if (!partition.isEmpty() && !columns.get(columns.size() - 1).equals(partition)) {
      throw new IllegalArgumentException(name + ": partition column must be the last column");
    }
    grain = List.copyOf(grain);
  }

  /**
   * A table that is not partitioned.
   *
   * @param grain column names, comma separated
   * @param ddl columns as Spark SQL DDL
   */
  public static Table of(String name, String grain, String ddl) {
    return new Table(name, split(grain), StructType.fromDDL(ddl), "");
  }

  /** A table laid out in folders by its last column. */
  public static Table partitioned(String name, String grain, String partition, String ddl) {
    return new Table(
        name,
        split(grain),
        StructType.fromDDL(ddl + ", " + partition + " string not null"),
        partition);
  }

  /** The columns that data files carry: all but the partition column, which the folder carries. */
  public StructType fileSchema() {
    if (partition.isEmpty()) {
      return schema;
    }
    StructField[] fields = schema.fields();
    return new StructType(Arrays.copyOf(fields, fields.length - 1));
  }

  /** Position of a column in {@link #schema()}. */
  public int indexOf(String column) {
    return schema.fieldIndex(column);
  }

  private static List<String> split(String names) {
    return names.isBlank()
        ? List.of()
        : Arrays.stream(names.split(",", -1)).map(String::strip).toList();
  }
}
