package org.allowable.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the columns of a workbook mean, gathered from the columns themselves. */
public final class Definitions {

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("Sheet", Format.TEXT).width(24),
          Column.of("Column", Format.TEXT).width(28),
          Column.of("Meaning", Format.LONG_TEXT).width(70));

  private Definitions() {}

  /** A table of every column with a definition, in the order of sheets and columns. */
  public static TableBlock table(List<Sheet> sheets) {
    Set<Row> rows = new LinkedHashSet<>();
    for (Sheet sheet : sheets) {
      for (Block block : sheet.blocks()) {
        if (block instanceof TableBlock table) {
          table.columns().stream()
              .filter(column -> !column.definition().isBlank())
              .map(column -> Row.of(sheet.name(), column.header(), column.definition()))
              .forEach(rows::add);
        }
      }
    }
    return TableBlock.of(COLUMNS, new ArrayList<>(rows)).heading("What the columns mean");
  }
}
