package org.allowable.worklist;

import java.util.Map;

/**
 * A row of a workbook as somebody left it.
 *
 * @param place sheet and row, as a person would look for it
 * @param key what the row's hidden cell says
 * @param cells what stands in the cells of its fields: texts stripped, days as ISO, statuses as
 *     shown; empty where nothing stands
 */
public record EditedRow(String place, WorklistKey key, Map<WorklistField, String> cells) {

  /** Keeps its own cells. */
  public EditedRow {
    cells = Map.copyOf(cells);
  }

  String cell(WorklistField field) {
    return cells.getOrDefault(field, "");
  }
}
