package org.allowable.ingest.cms.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.Reference;
import org.allowable.model.Table;

/** What rows say about the world, whatever file they came from: tells whether two files agree. */
final class RowFingerprint {

  private RowFingerprint() {}

  /** Rows in the order of the table's grain. */
  static List<List<String>> sorted(Table table, List<List<String>> rows) {
    int[] grain = table.grain().stream().mapToInt(table::indexOf).toArray();
    Comparator<List<String>> order =
        (first, second) -> {
          for (int column : grain) {
            int compared = first.get(column).compareTo(second.get(column));
            if (compared != 0) {
              return compared;
            }
          }
          return 0;
        };
    return rows.stream().sorted(order).toList();
  }

  /**
   * The fingerprints of sorted rows. The relative value files for APM participants and for others
   * differ in the conversion factor alone, and the dated table of factors decides that one: it is
   * left out.
   */
  static List<List<String>> of(Table table, List<List<String>> rows) {
    int factor =
        table.equals(Reference.RELATIVE_VALUE)
            ? table.indexOf("conversion_factor")
            : Integer.MAX_VALUE;
    List<List<String>> fingerprints = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(SourceTable.facts(row));
      if (factor < cells.size()) {
        cells.remove(factor);
      }
      fingerprints.add(cells);
    }
    return fingerprints;
  }

  /** Localities with their indices, without the names that exports write differently. */
  static Set<List<String>> indices(SourceTable table) {
    Set<List<String>> indices = new HashSet<>();
    for (Row row : table.rows()) {
      indices.add(indices(row.cells()));
    }
    return indices;
  }

  /** Localities with their indices, of a file of the table. */
  static Set<List<String>> indices(Path file) {
    Set<List<String>> indices = new HashSet<>();
    int leading = SourceTable.leading(Reference.GPCI);
    ReferenceCsv.forEach(
        file,
        Reference.GPCI,
        (cells, line) ->
            indices.add(indices(SourceTable.facts(cells.subList(leading, cells.size())))));
    return indices;
  }

  private static List<String> indices(List<String> cells) {
    return List.of(cells.get(0), cells.get(1), cells.get(4), cells.get(5), cells.get(6));
  }
}
