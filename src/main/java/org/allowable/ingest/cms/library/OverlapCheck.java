package org.allowable.ingest.cms.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.model.InputException;
import org.allowable.model.Table;

/**
 * Checks that no two rows of a dated table hold for one thing on one day: a join would meet both,
 * and count every line of theirs twice.
 */
final class OverlapCheck {

  private static final String FROM = "effective_from_date";
  private static final String TO = "effective_to_date";
  private static final String FIRST_CODE = "code_from";
  private static final String LAST_CODE = "code_to";

  /** When, and for which codes, a row holds. */
  private record Row(
      Path file, long line, LocalDate from, LocalDate to, String firstCode, String lastCode) {

    boolean meets(Row other) {
      return !from.isAfter(other.to)
          && !other.from.isAfter(to)
          && firstCode.compareTo(other.lastCode) <= 0
          && other.firstCode.compareTo(lastCode) <= 0;
    }
  }

  private final Table table;
  private final int[] key;
  private final boolean isDated;
  private final boolean hasCodes;
  private final Map<String, List<Row>> rowsOfKey = new HashMap<>();

  OverlapCheck(Table table) {
    this.table = table;
    Set<String> columns = Set.copyOf(table.columnNames());
    this.isDated = table.grain().contains(FROM) && columns.contains(TO);
    this.hasCodes = table.grain().contains(FIRST_CODE) && columns.contains(LAST_CODE);
    this.key =
        table.grain().stream()
            .filter(column -> !column.equals(FROM) && !(hasCodes && column.equals(FIRST_CODE)))
            .mapToInt(table::indexOf)
            .toArray();
  }

  /**
   * Takes the next row, of which every cell is of its type.
   *
   * @throws InputException if it ends before it starts, or meets an earlier one
   */
  void add(Path file, long line, List<String> cells) {
    if (!isDated) {
      return;
    }
    String end = cell(cells, TO);
    Row row =
        new Row(
            file,
            line,
            LocalDate.parse(cell(cells, FROM)),
            end.isEmpty() ? LocalDate.MAX : LocalDate.parse(end),
            hasCodes ? cell(cells, FIRST_CODE) : "",
            hasCodes ? cell(cells, LAST_CODE) : "");
    if (row.to().isBefore(row.from())) {
      throw InputException.at(
          file,
          "line " + line + ", column " + TO,
          "no day before " + FROM,
          "an earlier one",
          "Correct the cell.");
    }
    List<Row> others = rowsOfKey.computeIfAbsent(keyOf(cells), k -> new ArrayList<>(1));
    others.stream().filter(row::meets).findFirst().ifPresent(other -> refuse(row, other));
    others.add(row);
  }

  private void refuse(Row row, Row other) {
    throw InputException.at(
        row.file(),
        "line " + row.line(),
        "one row of %s that holds on a day".formatted(table.name()),
        "that %s, line %d holds on some day too"
            .formatted(other.file().getFileName(), other.line()),
        "End one the day before the other starts.");
  }

  private String keyOf(List<String> cells) {
    return String.join("\n", Arrays.stream(key).mapToObj(cells::get).toList());
  }

  private String cell(List<String> cells, String column) {
    return cells.get(table.indexOf(column));
  }
}
