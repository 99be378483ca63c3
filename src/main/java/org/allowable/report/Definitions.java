package org.allowable.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the columns of a workbook mean, gathered from the columns themselves. */
public final class Definitions {

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("Column", Format.TEXT).width(38),
          Column.of("Meaning", Format.LONG_TEXT).width(68),
          Column.of("Sheets", Format.LONG_TEXT).width(34));

  private Definitions() {}

  private record Meaning(String header, String definition) {}

  /** A table of every column with a definition, once, in the order of sheets and columns. */
  public static TableBlock table(List<Sheet> sheets) {
    Map<Meaning, Set<String>> meanings = new LinkedHashMap<>();
    for (Sheet sheet : sheets) {
      for (Block block : sheet.blocks()) {
        if (block instanceof TableBlock table) {
          table.columns().stream()
              .filter(column -> !column.definition().isBlank())
              .map(column -> new Meaning(column.header(), column.definition()))
              .forEach(
                  meaning ->
                      meanings
                          .computeIfAbsent(meaning, key -> new LinkedHashSet<>())
                          .add(sheet.name()));
        }
      }
    }
    List<ReportRow> rows = new ArrayList<>();
    meanings.forEach(
        (meaning, names) ->
            rows.add(
                ReportRow.of(meaning.header(), meaning.definition(), String.join(", ", names))));
    return TableBlock.of(COLUMNS, rows).heading("What the columns mean");
  }
}
