package org.allowable.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** Rows of a mart by column name. */
final class MartRows {

  private MartRows() {}

  /** All rows, in their order. */
  static List<Map<String, @Nullable Object>> of(Rows rows) {
    List<String> names = rows.columns();
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      @Nullable Object[] cells = i.next();
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int column = 0; column < cells.length; column++) {
        row.put(names.get(column), cells[column]);
      }
      all.add(row);
    }
    return all;
  }
}
