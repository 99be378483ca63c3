package org.allowable.ingest.cms;

import java.util.List;

/**
 * One row of a file as it came.
 *
 * @param line line of a text or row of a sheet, from 1
 * @param cells the cells, stripped of surrounding blanks; a missing cell is an empty string
 */
record SourceRow(long line, List<String> cells) {

  /** Refuses nothing; keeps the cells from change. */
  SourceRow {
    cells = List.copyOf(cells);
  }

  /** The cell, or an empty string where the row is shorter. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  /** How many cells hold something; a Control-Z that ends old files is nothing. */
  long filled() {
    return cells.stream().filter(cell -> !cell.isEmpty() && !cell.equals("\u001a")).count();
  }
}
