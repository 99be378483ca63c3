package org.allowable.ingest.cms.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.model.InputException;
import org.allowable.model.Table;

/**
 * What a file says, before it is known for which release.
 *
 * @param source the file
 * @param table the table it belongs to
 * @param rows the table's columns but for release, effective date and source, as canonical text
 */
public record SourceTable(CmsFile source, Table table, List<Row> rows) {

  /** The advice about a file that was cut off. */
  public static final String WHOLE =
      "Take the complete file from CMS. Where an extract is meant, import it with --extract.";

  private static final int SOURCE_COLUMNS = 2;

  /**
   * One row.
   *
   * @param line where it stood in the file
   * @param cells canonical text; an empty string is a null
   */
  public record Row(long line, List<String> cells) {}

  /**
   * Keeps the rows from change.
   *
   * @throws InputException where there are no rows, or a key comes twice
   */
  public SourceTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new InputException(
          source.path() + ": the file has a header and no rows. Take the file from CMS again.");
    }
    refuseTwice(source, table, rows);
  }

  /** A column's position, from 0, in {@link Row#cells()}; below zero for one before them. */
  public static int position(Table table, String column) {
    return table.indexOf(column) - leading(table);
  }

  /** A column's position, from 0, in {@link Row#cells()} of this table. */
  public int position(String column) {
    return position(table, column);
  }

  /** Rows without those that say again what an earlier one says; CMS lists some codes twice. */
  public static List<Row> once(List<Row> rows) {
    Set<List<String>> seen = new HashSet<>();
    return rows.stream().filter(row -> seen.add(row.cells())).toList();
  }

  /**
   * Complete rows, as the table's file has them: release and first day where the table has them,
   * the cells, then the source file's name and SHA-256.
   */
  public List<List<String>> of(String release, LocalDate effectiveFrom) {
    List<String> before =
        leading(table) == 0 ? List.of() : List.of(release, effectiveFrom.toString());
    List<String> after = List.of(source.name(), source.sha256());
    List<List<String>> complete = new ArrayList<>(rows.size());
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(before);
      cells.addAll(row.cells());
      cells.addAll(after);
      complete.add(cells);
    }
    return complete;
  }

  /** How many columns stand before those of {@link Row#cells()}: 2 (release, day) or none. */
  public static int leading(Table table) {
    return table.columns().get(0).name().equals("release") ? 2 : 0;
  }

  /** A complete row without its last two cells, which say the source: what it says of the world. */
  public static List<String> facts(List<String> complete) {
    return complete.subList(0, complete.size() - SOURCE_COLUMNS);
  }

  private static void refuseTwice(CmsFile source, Table table, List<Row> rows) {
    int[] key =
        table.grain().stream()
            .filter(column -> !column.equals("release"))
            .mapToInt(column -> position(table, column))
            .toArray();
    Map<List<String>, Long> seen = new HashMap<>();
    for (Row row : rows) {
      List<String> values = Arrays.stream(key).mapToObj(row.cells()::get).toList();
      Long first = seen.putIfAbsent(values, row.line());
      if (first != null) {
        throw new InputException(
            "%s, line %d: the same key stands on line %d already. Take the file from CMS again."
                .formatted(source.path(), row.line(), first));
      }
    }
  }
}
