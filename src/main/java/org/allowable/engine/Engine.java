package org.allowable.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;

/**
 * Runs SELECTs over named tables. Tables are known by name to whoever holds the engine; a name that
 * is given again replaces what it named. Steps that do not read each other may run beside each
 * other.
 *
 * <p>Every engine calculates in decimals and in UTC, fails on an overflow, and gives the same cells
 * for the same rows.
 */
public interface Engine extends AutoCloseable {

  /**
   * Makes rows a table.
   *
   * @param rows values in the order of the columns: String, Integer, Long, BigDecimal, LocalDate,
   *     Boolean, a list or array of them, a map of the fields of a struct, in their order, or null
   */
  void rows(Table table, List<@Nullable Object[]> rows);

  /**
   * Makes rows a table that need not fit into memory.
   *
   * @param rows values as of {@link #rows}, but neither lists nor structs; read once
   */
  void load(Table table, RowSource rows);

  /** Hands out rows one by one. */
  @FunctionalInterface
  interface RowSource {
    /** Hands each row to a reader. */
    void forEach(Consumer<@Nullable Object[]> reader);
  }

  /**
   * Makes rows of Parquet files of this machine a table.
   *
   * @param name of the table
   * @param columns that every file has
   * @param folder of the files, below which a path may carry the partition column
   * @param files none for a table without rows
   * @param condition of the rows, as a WHERE of what engines have in common
   */
  void parquet(String name, Table columns, Path folder, List<Path> files, String condition);

  /**
   * Makes rows of Parquet files of a warehouse a table, wherever the warehouse lies.
   *
   * @param columns that every file has
   * @param folder of the files, below which a path may carry the partition column
   * @param files none for a table without rows
   * @param condition of the rows, as a WHERE of what engines have in common
   * @throws org.allowable.model.InputException if this engine cannot reach them
   */
  default void stored(
      String name, Table columns, FilePlace folder, List<FilePlace> files, String condition) {
    parquet(
        name, columns, folder.onDisk(), files.stream().map(FilePlace::onDisk).toList(), condition);
  }

  /**
   * Makes what a SELECT finds a table. It may read what its name stood for before.
   *
   * @param sql in the words of the steps
   */
  void select(String name, String sql);

  /** Makes a step a table, without running it before somebody asks. */
  void view(SqlStep step, Map<String, Object> parameters);

  /** Runs a step once and keeps its rows: for as long as the engine lives, or for longer. */
  Kept keep(SqlStep step, Map<String, Object> parameters);

  /**
   * What was kept of a step.
   *
   * @param rows how many there are
   * @param isFromBefore whether an earlier run had made them
   */
  record Kept(long rows, boolean isFromBefore) {}

  /**
   * Keeps steps from now on where later runs find them: at least those that such a run is likely to
   * ask for.
   */
  void keepIn(TableCache cache);

  /** Runs a SELECT whose rows fit into memory, in its order. */
  Rows held(SqlStep step, Map<String, Object> parameters);

  /** Runs a SELECT and hands out its rows one by one, in its order, as often as asked. */
  Rows streamed(SqlStep step, Map<String, Object> parameters);

  /** Names of all tables. */
  Set<String> tables();

  /** The rows of a table that fit into memory, in no order. */
  List<Map<String, @Nullable Object>> all(String table);

  /** The engine's name and version, for the manifest of a run. */
  String version();

  /** Settings that were asserted because the numbers rest on them, each as {@code name=value}. */
  List<String> settings();

  @Override
  void close();
}
