package org.allowable.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table's contract: its name, what one row is, and its columns. */
public final class Table {

  private final String name;
  private final List<String> grain;
  private final List<TableColumn> columns;
  private final String partition;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * A table.
   *
   * @param name snake_case name, also the name of its folder or file
   * @param grain the columns whose values, together, no two rows share; none where no code asks
   * @param columns in order; the partition column, where there is one, comes last
   * @param partition the column by which files are laid in folders, or the empty string
   * @throws IllegalArgumentException if grain or partition is not a column
   */
  public Table(String name, List<String> grain, List<TableColumn> columns, String partition) {
    this.name = name;
    this.grain = List.copyOf(grain);
    this.columns = List.copyOf(columns);
    this.partition = partition;
    for (TableColumn column : columns) {
      places.put(column.name(), places.size());
    }
    for (String column : grain) {
      if (!places.containsKey(column)) {
        throw new IllegalArgumentException(name + ": grain column " + column + " is not a column");
      }
    }
    if (!partition.isEmpty() && indexOf(partition) != columns.size() - 1) {
      throw new IllegalArgumentException(name + ": partition column must be the last column");
    }
  }

  /**
   * A table that is not partitioned.
   *
   * @param grain column names, comma separated
   * @param columns as {@code name type}, comma separated, with {@code not null} where required
   */
  public static Table of(String name, String grain, String columns) {
    return new Table(
        name,
        ColumnType.parts(grain),
        ColumnType.parts(columns).stream().map(TableColumn::of).toList(),
        "");
  }

  /** A table laid out in folders by its last column, a text. */
  public static Table partitioned(String name, String grain, String partition, String columns) {
    Table plain = of(name, grain, columns + ", " + partition + " string not null");
    return new Table(name, plain.grain, plain.columns, partition);
  }

  /** The same table under another name. */
  public Table named(String other) {
    return new Table(other, grain, columns, partition);
  }

  public String name() {
    return name;
  }

  public List<String> grain() {
    return grain;
  }

  public List<TableColumn> columns() {
    return columns;
  }

  public String partition() {
    return partition;
  }

  public List<String> columnNames() {
    return columns.stream().map(TableColumn::name).toList();
  }

  /** The columns that data files carry: all but the partition column, which the folder carries. */
  public List<TableColumn> fileColumns() {
    return partition.isEmpty() ? columns : columns.subList(0, columns.size() - 1);
  }

  /**
   * Position of a column.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(name + " has no column " + column);
    }
    return place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table
        && name.equals(table.name)
        && grain.equals(table.grain)
        && columns.equals(table.columns)
        && partition.equals(table.partition);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {name, columns});
  }

  @Override
  public String toString() {
    return name;
  }
}
