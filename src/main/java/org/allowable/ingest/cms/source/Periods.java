package org.allowable.ingest.cms.source;

import java.util.Comparator;
import java.util.List;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;

/** Rows that hold from a day to a day, both inclusive; an empty end is none. */
public final class Periods {

  private Periods() {}

  /**
   * Refuses two rows of a key that hold on the same day. The key is the first cell.
   *
   * @param from position of the first day, ISO
   * @param to position of the last day, ISO or empty
   * @param complaint what to say, after file and line; takes the other line
   * @throws InputException naming file and line of the later row
   */
  public static void refuseOverlap(
      CmsFile source, List<Row> rows, int from, int to, String complaint) {
    Comparator<Row> byKey = Comparator.comparing(row -> row.cells().get(0));
    List<Row> ordered =
        rows.stream().sorted(byKey.thenComparing(row -> row.cells().get(from))).toList();
    for (int i = 1; i < ordered.size(); i++) {
      Row before = ordered.get(i - 1);
      Row row = ordered.get(i);
      String end = before.cells().get(to);
      boolean sameKey = row.cells().get(0).equals(before.cells().get(0));
      if (sameKey && (end.isEmpty() || end.compareTo(row.cells().get(from)) >= 0)) {
        throw new InputException(
            "%s, line %d: %s"
                .formatted(source.path(), row.line(), complaint.formatted(before.line())));
      }
    }
  }
}
